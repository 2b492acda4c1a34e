-- The doors: what may be read before a practice is known. Each is one narrow function, owned by a role that
-- signs in nowhere and whose policies reach only the tables it needs. Nothing else crosses practices.
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
-- Is this cookie a live session? If so, sets the practice for the transaction and says who is asking.
CREATE FUNCTION door_open_session(p_token_hash bytea, p_at timestamptz, p_touch boolean)
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
    WHEN p_at >= found_row.last_seen_at + make_interval(secs => found_row.idle_seconds) THEN 'idle'
    ELSE 'live' END;
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
CREATE FUNCTION door_find_account(p_email text) RETURNS TABLE (practice_id uuid, account_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.practice_id, a.id FROM account a WHERE lower(a.email) = lower(p_email)
$$;
--> statement-breakpoint
CREATE FUNCTION door_find_link(p_token_hash bytea) RETURNS TABLE (practice_id uuid, link_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.practice_id, l.id FROM one_time_link l WHERE l.token_hash = p_token_hash
$$;
--> statement-breakpoint
CREATE FUNCTION door_find_challenge(p_token_hash bytea) RETURNS TABLE (practice_id uuid, challenge_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.practice_id, c.id FROM sign_in_challenge c WHERE c.token_hash = p_token_hash
$$;
--> statement-breakpoint
CREATE FUNCTION practice_exists() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM practice)
$$;
--> statement-breakpoint
-- The people of a sample practice, for its one-click sign-in. Empty on every real practice.
CREATE FUNCTION door_sample_accounts()
RETURNS TABLE (practice_id uuid, account_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.practice_id, a.id, a.name, a.role
    FROM account a JOIN practice p ON p.practice_id = a.practice_id
   WHERE p.is_sample AND a.password_hash IS NOT NULL
   ORDER BY array_position(ARRAY['owner', 'supervisor', 'therapist', 'client'], a.role), a.created_at, a.name
$$;
--> statement-breakpoint
-- A try on a key is counted before it is made, so that a hundred at once are a hundred. Answers the seconds to wait,
-- 0: go on. Under p_free tries nothing waits; then the wait doubles from one second up to p_cap. One try is forgiven
-- every p_forgive seconds: nobody is ever locked out.
CREATE FUNCTION door_attempt_begin(p_key text, p_at timestamptz, p_free integer, p_cap integer, p_forgive integer)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  held attempt_limit;
  level integer;
BEGIN
  INSERT INTO attempt_limit (key, failures, last_failure_at, open_again_at) VALUES (p_key, 0, p_at, p_at)
  ON CONFLICT (key) DO NOTHING;
  SELECT * INTO held FROM attempt_limit l WHERE l.key = p_key FOR UPDATE;
  IF NOT FOUND THEN RETURN 0; END IF; -- forgotten by a success in between
  IF held.open_again_at > p_at THEN
    RETURN ceil(extract(epoch FROM held.open_again_at - p_at))::integer;
  END IF;
  level := greatest(0, held.failures - floor(extract(epoch FROM p_at - held.last_failure_at) / p_forgive)::integer) + 1;
  UPDATE attempt_limit l SET
    failures = level,
    last_failure_at = p_at,
    open_again_at = CASE WHEN level < p_free THEN p_at
      ELSE p_at + make_interval(secs => least(p_cap, power(2, least(level - p_free, 12)))) END
  WHERE l.key = p_key;
  RETURN 0;
END $$;
--> statement-breakpoint
-- The try was good. An account's own key is forgotten; one that many share gets this one try back.
CREATE FUNCTION door_attempt_good(p_key text, p_forget boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_forget THEN
    DELETE FROM attempt_limit WHERE key = p_key;
  ELSE
    UPDATE attempt_limit SET failures = greatest(0, failures - 1) WHERE key = p_key;
  END IF;
END $$;
--> statement-breakpoint
-- What was submitted stays as it was: answers freeze, and a submission is never taken back.
CREATE FUNCTION refuse_answers_after_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target record;
BEGIN
  target := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  IF EXISTS (SELECT 1 FROM assessment a
              WHERE a.practice_id = target.practice_id AND a.id = target.assessment_id AND a.submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'answers are frozen once submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_frozen';
  END IF;
  RETURN target;
END $$;
--> statement-breakpoint
CREATE TRIGGER answers_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_answer
FOR EACH ROW EXECUTE FUNCTION refuse_answers_after_submission();
--> statement-breakpoint
CREATE FUNCTION refuse_unsubmitting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL AND NEW.submitted_at IS DISTINCT FROM OLD.submitted_at THEN
    RAISE EXCEPTION 'a submission stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_stands';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER submission_stands BEFORE UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_unsubmitting();
--> statement-breakpoint
CREATE FUNCTION refuse_published_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (NEW.definition IS DISTINCT FROM OLD.definition
     OR NEW.published_at IS DISTINCT FROM OLD.published_at OR NEW.version IS DISTINCT FROM OLD.version) THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'published_stands';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER published_stands BEFORE UPDATE ON instrument_version FOR EACH ROW EXECUTE FUNCTION refuse_published_changes();
--> statement-breakpoint
CREATE TRIGGER published_stands BEFORE UPDATE ON protocol_version FOR EACH ROW EXECUTE FUNCTION refuse_published_changes();
--> statement-breakpoint
ALTER FUNCTION door_open_session(bytea, timestamptz, boolean) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_find_account(text) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_find_link(bytea) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_find_challenge(bytea) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION practice_exists() OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_sample_accounts() OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_attempt_begin(text, timestamptz, integer, integer, integer) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_attempt_good(text, boolean) OWNER TO nearer_door;
--> statement-breakpoint
-- In-session mode: which practice does this token belong to? Everything after that stands inside the practice.
CREATE FUNCTION door_find_pass(p_token_hash bytea) RETURNS TABLE (practice_id uuid, pass_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.practice_id, p.id FROM assessment_pass p WHERE p.token_hash = p_token_hash
$$;
--> statement-breakpoint
ALTER FUNCTION door_find_pass(bytea) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
