ALTER TABLE "client_step" ADD COLUMN "goodbye_sealed" text;--> statement-breakpoint
ALTER TABLE "client_step" ADD COLUMN "readable_until" date;