-- An answer of a submitted sitting is frozen where it stands and where it would go: looked at in its new place alone, it could be
-- moved away and then changed or removed.
CREATE OR REPLACE FUNCTION refuse_answers_after_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
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
ALTER TABLE "session" ADD COLUMN "proved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "totp_factor" ADD COLUMN "wrong_codes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "totp_factor" ADD COLUMN "locked_at" timestamp with time zone;