CREATE TABLE "known_device" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"mark_hash" "bytea" NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_device_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "known_device" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "known_device_once" ON "known_device" USING btree ("practice_id","account_id","mark_hash");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "known_device" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("known_device"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "known_device" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("known_device"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "known_device" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("known_device"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("known_device"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "known_device" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("known_device"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- Tries are counted by this database's clock, whoever asks. Below the free tries nothing is shut for anybody, no wait is
-- longer than its cap, and a clock that was ahead and is right again leaves nothing behind.
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
DROP FUNCTION door_attempt_begin(text, timestamptz, integer, integer, integer);
--> statement-breakpoint
DROP FUNCTION door_attempt_good(text, boolean);
--> statement-breakpoint
CREATE FUNCTION door_attempt_begin(p_key text, p_free integer, p_cap integer, p_forgive integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  held attempt_limit;
  at timestamptz;
  shut timestamptz;
  level integer;
BEGIN
  INSERT INTO attempt_limit (key, failures, last_failure_at, open_again_at)
  VALUES (p_key, 0, clock_timestamp(), '-infinity')
  ON CONFLICT (key) DO NOTHING;
  SELECT * INTO held FROM attempt_limit l WHERE l.key = p_key FOR UPDATE;
  IF NOT FOUND THEN RETURN 0; END IF; -- forgotten by a success in between
  at := clock_timestamp();
  shut := least(held.open_again_at, at + make_interval(secs => p_cap));
  IF shut > at THEN
    IF shut < held.open_again_at THEN UPDATE attempt_limit l SET open_again_at = shut WHERE l.key = p_key; END IF;
    RETURN ceil(extract(epoch FROM shut - at))::integer;
  END IF;
  level := held.failures
    - floor(least(extract(epoch FROM at - least(held.last_failure_at, at)) / p_forgive, held.failures))::integer + 1;
  level := least(level, p_free + 12); -- once it stops, a long attack is forgotten as soon as a short one
  UPDATE attempt_limit l SET
    failures = level,
    last_failure_at = at,
    open_again_at = CASE WHEN level < p_free THEN '-infinity'::timestamptz
      ELSE at + make_interval(secs => least(p_cap, power(2, level - p_free))) END
  WHERE l.key = p_key;
  RETURN 0;
END $$;
--> statement-breakpoint
-- The try was good. A person's own key is forgotten; one that many share gets this one try back, and opens again if it
-- was this try that shut it: people who come at the same moment keep nobody out.
CREATE FUNCTION door_attempt_good(p_key text, p_forget boolean, p_free integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_forget THEN
    DELETE FROM attempt_limit WHERE key = p_key;
  ELSE
    UPDATE attempt_limit SET
      failures = greatest(0, failures - 1),
      open_again_at = CASE WHEN failures - 1 < p_free THEN '-infinity'::timestamptz ELSE open_again_at END
    WHERE key = p_key;
  END IF;
END $$;
--> statement-breakpoint
-- node scripts/start.mjs --reset-limits
CREATE FUNCTION door_forget_all_attempts() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM attempt_limit RETURNING 1) SELECT count(*)::integer FROM gone
$$;
--> statement-breakpoint
ALTER FUNCTION door_attempt_begin(text, integer, integer, integer) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_attempt_good(text, boolean, integer) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_forget_all_attempts() OWNER TO nearer_door;
--> statement-breakpoint
-- What an earlier clock wrote is worth nothing.
TRUNCATE attempt_limit;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
