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
