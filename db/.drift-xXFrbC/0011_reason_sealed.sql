ALTER TABLE "access_decision" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "access_decision" ADD COLUMN "reason_sealed" text;