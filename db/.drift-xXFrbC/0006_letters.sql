CREATE TABLE "chart_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"chart" text NOT NULL,
	"as_table" boolean NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chart_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "chart_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "factor_reset" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reset_by" uuid,
	"reset_at" timestamp with time zone NOT NULL,
	"reason_sealed" text NOT NULL,
	CONSTRAINT "factor_reset_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "factor_reset" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "letter_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"wants_letters" boolean NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "letter_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "outbox_letter_unsent";--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "handed_over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "set_aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "chart_choice" ADD CONSTRAINT "chart_choice_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_reset" ADD CONSTRAINT "factor_reset_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_reset" ADD CONSTRAINT "factor_reset_practice_id_reset_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","reset_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_choice" ADD CONSTRAINT "letter_choice_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "chart_choice_once" ON "chart_choice" USING btree ("practice_id","account_id","chart");--> statement-breakpoint
CREATE INDEX "factor_reset_account" ON "factor_reset" USING btree ("practice_id","account_id","reset_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "letter_choice_account" ON "letter_choice" USING btree ("practice_id","account_id","chosen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "assessment_open" ON "assessment" USING btree ("practice_id","client_id","due_on") WHERE "assessment"."submitted_at" is null;--> statement-breakpoint
CREATE INDEX "assessment_unseen" ON "assessment" USING btree ("practice_id","client_id") WHERE submitted_at is not null and reviewed_at is null;--> statement-breakpoint
CREATE INDEX "assessment_baseline" ON "assessment" USING btree ("practice_id","client_id") WHERE week_number = 0 and submitted_at is not null;--> statement-breakpoint
CREATE INDEX "outbox_letter_unsent" ON "outbox_letter" USING btree ("due_at") WHERE "outbox_letter"."sent_at" is null and "outbox_letter"."set_aside_at" is null;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "chart_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("chart_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "chart_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("chart_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "chart_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("chart_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("chart_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "chart_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("chart_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "factor_reset" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("factor_reset"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "factor_reset" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("factor_reset"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "factor_reset" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("factor_reset"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("factor_reset"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "factor_reset" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("factor_reset"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "letter_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("letter_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "letter_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("letter_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "letter_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("letter_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("letter_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "letter_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("letter_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);