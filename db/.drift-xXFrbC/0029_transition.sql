-- Decisions of before held for sharing at once: what was taken back then stays back in the middle of a practice week.
ALTER TABLE "consent" ADD COLUMN "held_at_once" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "consent" ALTER COLUMN "held_at_once" SET DEFAULT false;
