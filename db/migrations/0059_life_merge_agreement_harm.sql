CREATE TABLE "limits_draft" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"words" text,
	"additions" text,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "limits_draft_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "limits_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "harm_test" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"parts" jsonb NOT NULL,
	"talk_on" date NOT NULL,
	"talk_way" text NOT NULL,
	"talk_unheard" boolean NOT NULL,
	"reason_sealed" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "harm_test_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "harm_test" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_step" ADD COLUMN "into_id" uuid;--> statement-breakpoint
ALTER TABLE "confidentiality_limits" ADD COLUMN "additions" text;--> statement-breakpoint
ALTER TABLE "confidentiality_limits" ADD COLUMN "asks_again" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "limits_draft" ADD CONSTRAINT "limits_draft_practice_id_saved_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","saved_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "harm_test" ADD CONSTRAINT "harm_test_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "harm_test" ADD CONSTRAINT "harm_test_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "limits_draft_newest" ON "limits_draft" USING btree ("practice_id","saved_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "harm_test_client" ON "harm_test" USING btree ("practice_id","client_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "client_step" ADD CONSTRAINT "client_step_practice_id_into_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","into_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_step_into" ON "client_step" USING btree ("practice_id","into_id") WHERE "client_step"."into_id" is not null;--> statement-breakpoint
ALTER TABLE "client_step" ADD CONSTRAINT "client_step_merged_into" CHECK ("client_step"."kind" <> 'merged' or "client_step"."into_id" is not null);--> statement-breakpoint
ALTER TABLE "client_step" ADD CONSTRAINT "client_step_not_itself" CHECK ("client_step"."into_id" <> "client_step"."client_id");--> statement-breakpoint
CREATE POLICY "door_select" ON "confidentiality_limits" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "limits_draft" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("limits_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "limits_draft" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("limits_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "limits_draft" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("limits_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("limits_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "limits_draft" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("limits_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "harm_test" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("harm_test"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "harm_test" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("harm_test"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "harm_test" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("harm_test"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("harm_test"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "harm_test" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("harm_test"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);
--> statement-breakpoint
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
-- Whoever agreed to words that everybody is asked about again has not agreed until they do so anew.
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
         (SELECT CASE WHEN k.decision = 'agreed' AND coalesce(k.limits_version, 0) >= coalesce(
                   (SELECT max(l.version) FROM confidentiality_limits l WHERE l.practice_id = s.practice_id AND l.asks_again), 0)
                 THEN k.version END FROM consent k
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
REVOKE CREATE ON SCHEMA public FROM nearer_door;
