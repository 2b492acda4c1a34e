CREATE TABLE "reminder_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"exercise_hour" smallint,
	"check_hour" smallint,
	"quiet_from" smallint,
	"quiet_to" smallint,
	"rest_until" date,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "reminder_choice_hours" CHECK (coalesce("reminder_choice"."exercise_hour", 0) between 0 and 23 and coalesce("reminder_choice"."check_hour", 0) between 0 and 23
        and coalesce("reminder_choice"."quiet_from", 0) between 0 and 23 and coalesce("reminder_choice"."quiet_to", 0) between 0 and 23),
	CONSTRAINT "reminder_choice_quiet" CHECK (("reminder_choice"."quiet_from" is null) = ("reminder_choice"."quiet_to" is null))
);
--> statement-breakpoint
ALTER TABLE "reminder_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reminder_choice" ADD CONSTRAINT "reminder_choice_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_choice_client" ON "reminder_choice" USING btree ("practice_id","client_id","chosen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "reminder_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "reminder_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "reminder_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "reminder_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"credential" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"device" text NOT NULL,
	"mark_hash" "bytea",
	"added_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "passkey_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spent_challenge" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spent_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_credential_once" ON "passkey" USING btree ("credential");--> statement-breakpoint
CREATE INDEX "passkey_account" ON "passkey" USING btree ("practice_id","account_id");--> statement-breakpoint
CREATE INDEX "passkey_mark" ON "passkey" USING btree ("mark_hash") WHERE "passkey"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "known_device_mark" ON "known_device" USING btree ("mark_hash");--> statement-breakpoint
CREATE POLICY "door_select" ON "known_device" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "passkey" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("passkey"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "passkey" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("passkey"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "passkey" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("passkey"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("passkey"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "passkey" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("passkey"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "passkey" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "door_all" ON "spent_challenge" AS PERMISSIVE FOR ALL TO "nearer_door" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
CREATE FUNCTION door_find_passkey(p_credential text) RETURNS TABLE (practice_id uuid, passkey_id uuid, account_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.practice_id, k.id, k.account_id FROM passkey k WHERE k.credential = p_credential AND k.ended_at IS NULL
$$;
--> statement-breakpoint
ALTER FUNCTION door_find_passkey(text) OWNER TO nearer_door;
--> statement-breakpoint
-- Whether the door offers passkeys in this browser: a client's only where it was made, a colleague's wherever they signed in.
CREATE FUNCTION door_passkey_here(p_mark_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM passkey k WHERE k.mark_hash = p_mark_hash AND k.ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM known_device d
      JOIN account a ON a.practice_id = d.practice_id AND a.id = d.account_id AND a.role <> 'client'
      JOIN passkey k ON k.practice_id = a.practice_id AND k.account_id = a.id AND k.ended_at IS NULL
      WHERE d.mark_hash = p_mark_hash)
$$;
--> statement-breakpoint
ALTER FUNCTION door_passkey_here(bytea) OWNER TO nearer_door;
--> statement-breakpoint
-- True the first time and never again. What ran out an hour ago can no longer be answered, and is forgotten.
CREATE FUNCTION door_spend_challenge(p_hash bytea, p_ends_at timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM spent_challenge WHERE hash IN (
    SELECT c.hash FROM spent_challenge c WHERE c.ends_at < p_at - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED);
  INSERT INTO spent_challenge (hash, ends_at) VALUES (p_hash, p_ends_at) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
--> statement-breakpoint
ALTER FUNCTION door_spend_challenge(bytea, timestamptz, timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;

--> statement-breakpoint
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
