ALTER TABLE "credential_change" ADD COLUMN "mark_hash" "bytea";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "mark_hash" "bytea";