CREATE TABLE "push_note" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "push_note_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "push_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "push_subscription" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"mark_hash" "bytea" NOT NULL,
	"device" text NOT NULL,
	"address" text NOT NULL,
	"public_key" text NOT NULL,
	"secret" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_for" text,
	CONSTRAINT "push_subscription_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "push_subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "push_note" ADD CONSTRAINT "push_note_practice_id_subscription_id_push_subscription_practice_id_id_fk" FOREIGN KEY ("practice_id","subscription_id") REFERENCES "public"."push_subscription"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_note_waiting" ON "push_note" USING btree ("due_at") WHERE "push_note"."sent_at" is null and "push_note"."set_aside_at" is null;--> statement-breakpoint
CREATE INDEX "push_note_subscription" ON "push_note" USING btree ("practice_id","subscription_id");--> statement-breakpoint
CREATE UNIQUE INDEX "push_subscription_here" ON "push_subscription" USING btree ("mark_hash") WHERE "push_subscription"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "push_subscription_account" ON "push_subscription" USING btree ("practice_id","account_id");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "push_note" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("push_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "push_note" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("push_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "push_note" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("push_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("push_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "push_note" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("push_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "push_note" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "push_subscription" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("push_subscription"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "push_subscription" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("push_subscription"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "push_subscription" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("push_subscription"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("push_subscription"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "push_subscription" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("push_subscription"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "push_subscription" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "door_update" ON "push_subscription" AS PERMISSIVE FOR UPDATE TO "nearer_door" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
-- Whoever it was that is told something in this browser is told nothing any more; but for one account, if one is named.
CREATE FUNCTION door_end_push(p_mark_hash bytea, p_except uuid, p_why text, p_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE push_subscription SET ended_at = p_at, ended_for = p_why
   WHERE mark_hash = p_mark_hash AND ended_at IS NULL AND (p_except IS NULL OR account_id <> p_except)
$$;
--> statement-breakpoint
ALTER FUNCTION door_end_push(bytea, uuid, text, timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
CREATE FUNCTION door_practices_with_push(p_at timestamptz) RETURNS TABLE (practice_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT n.practice_id FROM push_note n WHERE n.sent_at IS NULL AND n.set_aside_at IS NULL AND n.due_at <= p_at
$$;
--> statement-breakpoint
ALTER FUNCTION door_practices_with_push(timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
