CREATE TABLE "dimension_release" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dimension_release_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "dimension_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_seen" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"seen_by" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_seen_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "attempt_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reading_mark" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reading_key" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reading_mark_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "reading_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dimension_release" ADD CONSTRAINT "dimension_release_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_release" ADD CONSTRAINT "dimension_release_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_seen" ADD CONSTRAINT "attempt_seen_practice_id_attempt_id_exercise_attempt_practice_id_id_fk" FOREIGN KEY ("practice_id","attempt_id") REFERENCES "public"."exercise_attempt"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_seen" ADD CONSTRAINT "attempt_seen_practice_id_seen_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","seen_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_mark" ADD CONSTRAINT "reading_mark_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dimension_release_assessment" ON "dimension_release" USING btree ("practice_id","assessment_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_seen_once" ON "attempt_seen" USING btree ("practice_id","attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reading_mark_once" ON "reading_mark" USING btree ("practice_id","client_id","reading_key");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "dimension_release" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "dimension_release" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "dimension_release" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "dimension_release" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "attempt_seen" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "attempt_seen" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "attempt_seen" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "attempt_seen" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "reading_mark" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "reading_mark" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "reading_mark" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "reading_mark" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);