DROP POLICY "tenant_select" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP POLICY "tenant_insert" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP POLICY "tenant_update" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP POLICY "tenant_delete" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP TABLE "exercise_draft" CASCADE;
--> statement-breakpoint
ALTER TABLE "exercise_attempt" ADD COLUMN "how_hard" smallint;--> statement-breakpoint
ALTER TABLE "exercise_attempt" ADD CONSTRAINT "exercise_attempt_hard" CHECK (coalesce("exercise_attempt"."how_hard", 0) between 0 and 4);--> statement-breakpoint
-- “Very hard” and “Hard” were answers to the question how it went. They keep their words, as answers to the question that they
-- are of; nobody corrected anything, so no correction is kept.
ALTER TABLE "exercise_attempt" DISABLE TRIGGER "keep_earlier";--> statement-breakpoint
UPDATE "exercise_attempt" SET "how_hard" = 4 - "how_it_went", "how_it_went" = NULL WHERE "how_it_went" < 2;--> statement-breakpoint
ALTER TABLE "exercise_attempt" ENABLE TRIGGER "keep_earlier";
