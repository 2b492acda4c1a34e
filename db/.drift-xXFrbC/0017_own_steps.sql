DROP INDEX "exercise_draft_once";--> statement-breakpoint
ALTER TABLE "exercise_attempt" ADD COLUMN "form" text DEFAULT 'shared' NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_draft" ADD COLUMN "form" text DEFAULT 'shared' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_draft_once" ON "exercise_draft" USING btree ("practice_id","client_id","exercise_key","form");--> statement-breakpoint
ALTER TABLE "exercise_attempt" ADD CONSTRAINT "exercise_attempt_form" CHECK ("exercise_attempt"."form" in ('shared', 'own'));--> statement-breakpoint
ALTER TABLE "exercise_draft" ADD CONSTRAINT "exercise_draft_form" CHECK ("exercise_draft"."form" in ('shared', 'own'));