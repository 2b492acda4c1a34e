-- Sealing anew changes how words are closed and nothing that they say: of a row only sealed values may become others, each by the
-- key that is being sealed under, of the same length, and none comes or goes. A correction holds its sealed values inside of one.
CREATE FUNCTION resealing_keeps_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  before jsonb := CASE WHEN TG_TABLE_NAME = 'correction' THEN to_jsonb(OLD) -> 'before' ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_TABLE_NAME = 'correction' THEN to_jsonb(NEW) -> 'before' ELSE to_jsonb(NEW) END;
  field text;
BEGIN
  FOR field IN
    SELECT coalesce(o.key, n.key) FROM jsonb_each(before) o FULL JOIN jsonb_each(after) n ON n.key = o.key
     WHERE n.value IS DISTINCT FROM o.value
  LOOP
    IF field NOT LIKE '%\_sealed'
      OR NOT coalesce((before ->> field) ~ '^s1\.[a-z0-9]{1,16}\.[A-Za-z0-9_-]+$', false)
      OR NOT coalesce((after ->> field) ~ '^s1\.[a-z0-9]{1,16}\.[A-Za-z0-9_-]+$', false)
      OR length(split_part(before ->> field, '.', 3)) <> length(split_part(after ->> field, '.', 3))
      OR split_part(before ->> field, '.', 2) = split_part(after ->> field, '.', 2)
      OR NOT EXISTS (SELECT FROM nearer_meta.resealing r
                      WHERE r.ended_at IS NULL AND r.to_key = split_part(after ->> field, '.', 2)) THEN
      RAISE EXCEPTION 'sealing anew changes no words' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What is frozen stays so for everybody else; of what whoever seals anew changes, the trigger above is the judge.
CREATE OR REPLACE FUNCTION refuse_answers_after_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'nearer_eraser' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND current_user = 'nearer_resealer' THEN
    RETURN NEW;
  END IF;
  IF (TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM assessment a
         WHERE a.practice_id = OLD.practice_id AND a.id = OLD.assessment_id AND a.submitted_at IS NOT NULL))
     OR (TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM assessment a
         WHERE a.practice_id = NEW.practice_id AND a.id = NEW.assessment_id AND a.submitted_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'answers are frozen once submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_earlier() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  at_instant timestamptz := nullif(current_setting('app.corrected_at', true), '')::timestamptz;
BEGIN
  IF current_user = 'nearer_resealer' THEN
    RETURN NEW;
  END IF;
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
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_messages() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_user = 'nearer_resealer'
    OR (SELECT relowner FROM pg_class WHERE oid = TG_RELID) = (SELECT oid FROM pg_roles WHERE rolname = current_user) THEN
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
