ALTER TABLE "session" ADD COLUMN "lock_tries" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
-- A quiet while locks a colleague's sign-in and does not end it. It stays refused like any other that is not live: nothing but
-- its role is answered, and no practice is there. In the sample nobody has a password to open it with.
CREATE OR REPLACE FUNCTION door_open_session(p_token_hash bytea, p_at timestamptz, p_touch boolean)
RETURNS TABLE (
  state text, practice_id uuid, session_id uuid, account_id uuid, role text, name text, zone text, stage text,
  client_id uuid, consent_version integer, idle_seconds integer, last_seen_at timestamptz, ends_at timestamptz,
  practice_name text, practice_is_sample boolean
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_row record;
BEGIN
  SELECT s.practice_id, s.id, s.account_id, s.stage, s.last_seen_at, s.idle_seconds, s.ends_at, s.revoked_at,
         a.role, a.name, a.zone, p.name AS practice_name, p.is_sample,
         c.id AS client_id,
         (SELECT d.decision FROM access_decision d
           WHERE d.practice_id = s.practice_id AND d.account_id = s.account_id
           ORDER BY d.decided_at DESC LIMIT 1) AS access,
         (SELECT CASE WHEN k.decision = 'agreed' THEN k.version END FROM consent k
           WHERE k.practice_id = s.practice_id AND k.client_id = c.id
           ORDER BY k.decided_at DESC LIMIT 1) AS consent_version
    INTO found_row
    FROM session s
    JOIN account a ON a.practice_id = s.practice_id AND a.id = s.account_id
    JOIN practice p ON p.practice_id = s.practice_id
    LEFT JOIN client c ON c.practice_id = s.practice_id AND c.account_id = s.account_id
   WHERE s.token_hash = p_token_hash;
  IF NOT FOUND THEN RETURN; END IF;

  state := CASE
    WHEN found_row.revoked_at IS NOT NULL THEN 'revoked'
    WHEN found_row.access = 'withdrawn' THEN 'revoked'
    WHEN p_at >= found_row.ends_at THEN 'ended'
    WHEN p_at < found_row.last_seen_at + make_interval(secs => found_row.idle_seconds) THEN 'live'
    WHEN found_row.role <> 'client' AND found_row.stage = 'full' AND NOT found_row.is_sample THEN 'locked'
    ELSE 'idle' END;
  role := found_row.role;
  IF state <> 'live' THEN RETURN NEXT; RETURN; END IF;

  practice_id := found_row.practice_id;
  session_id := found_row.id;
  account_id := found_row.account_id;
  name := found_row.name;
  zone := found_row.zone;
  stage := found_row.stage;
  client_id := found_row.client_id;
  consent_version := found_row.consent_version;
  idle_seconds := found_row.idle_seconds;
  last_seen_at := found_row.last_seen_at;
  ends_at := found_row.ends_at;
  practice_name := found_row.practice_name;
  practice_is_sample := found_row.is_sample;

  IF p_touch AND p_at > found_row.last_seen_at + interval '20 seconds' THEN
    BEGIN
      UPDATE session s SET last_seen_at = p_at
       WHERE s.practice_id = found_row.practice_id AND s.id = found_row.id AND s.last_seen_at < p_at;
      last_seen_at := p_at;
    EXCEPTION WHEN serialization_failure THEN
      NULL; -- another request of the same person was first
    END;
  END IF;

  PERFORM set_config('app.practice_id', practice_id::text, true);
  RETURN NEXT;
END $$;
--> statement-breakpoint
-- For the page that opens it: whose it is. From here on only that person's practice is there.
CREATE FUNCTION door_find_locked(p_token_hash bytea, p_at timestamptz)
RETURNS TABLE (
  practice_id uuid, session_id uuid, account_id uuid, role text, name text, zone text, practice_name text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM door_open_session(p_token_hash, p_at, false) o WHERE o.state = 'locked';
  IF NOT FOUND THEN RETURN; END IF;
  SELECT s.practice_id, s.id, s.account_id, a.role, a.name, a.zone, p.name
    INTO practice_id, session_id, account_id, role, name, zone, practice_name
    FROM session s
    JOIN account a ON a.practice_id = s.practice_id AND a.id = s.account_id
    JOIN practice p ON p.practice_id = s.practice_id
   WHERE s.token_hash = p_token_hash;
  PERFORM set_config('app.practice_id', practice_id::text, true);
  RETURN NEXT;
END $$;
--> statement-breakpoint
ALTER FUNCTION door_find_locked(bytea, timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;

--> statement-breakpoint
CREATE TABLE "practice_detail" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"hours" jsonb,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_detail_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "practice_detail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "set_up_list_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "set_up_list_step_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "set_up_list_step_decision" CHECK ("set_up_list_step"."decision" in ('put-away', 'taken-out'))
);
--> statement-breakpoint
ALTER TABLE "set_up_list_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "practice_detail" ADD CONSTRAINT "practice_detail_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_detail" ADD CONSTRAINT "practice_detail_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_up_list_step" ADD CONSTRAINT "set_up_list_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_detail_newest" ON "practice_detail" USING btree ("practice_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "set_up_list_step_newest" ON "set_up_list_step" USING btree ("practice_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "practice_detail" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "practice_detail" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "practice_detail" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "practice_detail" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "set_up_list_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "set_up_list_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "set_up_list_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "set_up_list_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);