CREATE TABLE "correction" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"check_id" uuid,
	"attempt_id" uuid,
	"move_id" uuid,
	"before" jsonb NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "correction_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "correction_of_one" CHECK (num_nonnulls("correction"."check_id", "correction"."attempt_id", "correction"."move_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"place" text NOT NULL,
	"version" integer NOT NULL,
	"content_sealed" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_practice_id_check_id_connection_check_practice_id_id_fk" FOREIGN KEY ("practice_id","check_id") REFERENCES "public"."connection_check"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_practice_id_attempt_id_exercise_attempt_practice_id_id_fk" FOREIGN KEY ("practice_id","attempt_id") REFERENCES "public"."exercise_attempt"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_practice_id_move_id_distance_move_practice_id_id_fk" FOREIGN KEY ("practice_id","move_id") REFERENCES "public"."distance_move"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_client" ON "correction" USING btree ("practice_id","client_id","corrected_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "draft_once" ON "draft" USING btree ("practice_id","account_id","place");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "correction" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "correction" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "correction" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "correction" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "draft" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "draft" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "draft" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "draft" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- What a client corrects is kept as it stood, by the database itself: a change that does not say when it is made is refused,
-- and so is one of whose the row is, of its day or of when it was first kept.
CREATE FUNCTION keep_earlier() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  at_instant timestamptz := nullif(current_setting('app.corrected_at', true), '')::timestamptz;
BEGIN
  IF at_instant IS NULL THEN
    RAISE EXCEPTION 'a correction says when it is made';
  END IF;
  IF (OLD.practice_id, OLD.id, OLD.client_id, OLD.local_date, OLD.recorded_at)
    IS DISTINCT FROM (NEW.practice_id, NEW.id, NEW.client_id, NEW.local_date, NEW.recorded_at) THEN
    RAISE EXCEPTION 'a correction changes what was said, and nothing else';
  END IF;
  INSERT INTO correction (practice_id, id, client_id, check_id, attempt_id, move_id, before, corrected_at)
  VALUES (
    OLD.practice_id, gen_random_uuid(), OLD.client_id,
    CASE WHEN TG_TABLE_NAME = 'connection_check' THEN OLD.id END,
    CASE WHEN TG_TABLE_NAME = 'exercise_attempt' THEN OLD.id END,
    CASE WHEN TG_TABLE_NAME = 'distance_move' THEN OLD.id END,
    to_jsonb(OLD), at_instant
  );
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_earlier BEFORE UPDATE ON connection_check FOR EACH ROW EXECUTE FUNCTION keep_earlier();--> statement-breakpoint
CREATE TRIGGER keep_earlier BEFORE UPDATE ON exercise_attempt FOR EACH ROW EXECUTE FUNCTION keep_earlier();--> statement-breakpoint
CREATE TRIGGER keep_earlier BEFORE UPDATE ON distance_move FOR EACH ROW EXECUTE FUNCTION keep_earlier();--> statement-breakpoint
-- Words that somebody had begun stay as they were sealed: version -1 says that they open under their old name.
INSERT INTO "draft" ("practice_id", "id", "account_id", "place", "version", "content_sealed", "saved_at")
SELECT d."practice_id", d."id", c."account_id", 'exercise/' || d."exercise_key" || '/' || d."form", -1, d."content_sealed", d."saved_at"
FROM "exercise_draft" d JOIN "client" c ON c."practice_id" = d."practice_id" AND c."id" = d."client_id";
