ALTER TABLE "account" ADD COLUMN "is_careful" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "password_by_code" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "leaving_unread" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "words_open_until" timestamp with time zone;--> statement-breakpoint
UPDATE "account" SET "leaving_unread" = true WHERE "role" = 'client';
