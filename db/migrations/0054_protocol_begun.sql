CREATE TABLE "baseline_waiver" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"reason_sealed" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "baseline_waiver_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "baseline_waiver" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "begun_on" date;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "laid_out_from" date;--> statement-breakpoint
ALTER TABLE "baseline_waiver" ADD CONSTRAINT "baseline_waiver_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baseline_waiver" ADD CONSTRAINT "baseline_waiver_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "baseline_waiver_once" ON "baseline_waiver" USING btree ("practice_id","enrolment_id");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "baseline_waiver" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("baseline_waiver"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "baseline_waiver" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("baseline_waiver"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "baseline_waiver" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("baseline_waiver"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("baseline_waiver"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "baseline_waiver" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("baseline_waiver"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- Weeks that run keep their dates, whether or not the client had arrived as it is asked for now.
UPDATE "enrolment" SET "begun_on" = "start_date" WHERE "start_date" <= current_date;