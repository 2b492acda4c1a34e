CREATE TABLE "letter_timing" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"about" text NOT NULL,
	"timing" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_timing_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "letter_timing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "read_by" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "taken_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter_timing" ADD CONSTRAINT "letter_timing_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_timing_account" ON "letter_timing" USING btree ("practice_id","account_id","about","chosen_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_practice_id_read_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","read_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "letter_timing" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("letter_timing"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "letter_timing" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("letter_timing"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "letter_timing" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("letter_timing"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("letter_timing"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "letter_timing" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("letter_timing"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);