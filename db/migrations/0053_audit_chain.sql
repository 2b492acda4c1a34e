CREATE TABLE "audit_check" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"entries" integer NOT NULL,
	"fault" text,
	CONSTRAINT "audit_check_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_link" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_link_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_check" ADD CONSTRAINT "audit_check_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_practice_id_id_audit_entry_practice_id_id_fk" FOREIGN KEY ("practice_id","id") REFERENCES "public"."audit_entry"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_check_at" ON "audit_check" USING btree ("practice_id","checked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "audit_link_number" ON "audit_link" USING btree ("practice_id","number");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "audit_check" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("audit_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "audit_check" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("audit_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "audit_check" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("audit_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("audit_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "audit_check" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("audit_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "audit_link" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("audit_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "audit_link" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("audit_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "audit_link" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("audit_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("audit_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "audit_link" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("audit_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- Of a message only changes that it was read, and, within a minute, that its words were taken back.
CREATE FUNCTION keep_messages() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT relowner FROM pg_class WHERE oid = TG_RELID) = (SELECT oid FROM pg_roles WHERE rolname = current_user) THEN
    RETURN NEW;
  END IF;
  IF (NEW.practice_id, NEW.id, NEW.client_id, NEW.author_id, NEW.sent_at) IS DISTINCT FROM (OLD.practice_id, OLD.id, OLD.client_id, OLD.author_id, OLD.sent_at)
    OR NEW.attempt_id IS DISTINCT FROM OLD.attempt_id
    OR (OLD.taken_back_at IS NOT NULL AND NEW.taken_back_at IS DISTINCT FROM OLD.taken_back_at)
    OR (NEW.body_sealed IS DISTINCT FROM OLD.body_sealed AND NOT (OLD.taken_back_at IS NULL AND NEW.taken_back_at IS NOT NULL
      AND NEW.taken_back_at - OLD.sent_at <= interval '1 minute')) THEN
    RAISE EXCEPTION 'what was sent stays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_messages BEFORE UPDATE ON message FOR EACH ROW EXECUTE FUNCTION keep_messages();
