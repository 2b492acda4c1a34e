-- Decisions of before held at once: what was stopped then stays stopped in the middle of a practice week.
ALTER TABLE "share_decision" ADD COLUMN "held_at_once" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "share_decision" ALTER COLUMN "held_at_once" SET DEFAULT false;
