CREATE TABLE "couple_release" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"first_assessment_id" uuid,
	"second_assessment_id" uuid,
	"items" jsonb NOT NULL,
	"words_sealed" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "couple_release_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "couple_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "share_decision" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"item" text NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_decision_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "share_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "couple_release" ADD CONSTRAINT "couple_release_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couple_release" ADD CONSTRAINT "couple_release_practice_id_first_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","first_assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couple_release" ADD CONSTRAINT "couple_release_practice_id_second_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","second_assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couple_release" ADD CONSTRAINT "couple_release_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_decision" ADD CONSTRAINT "share_decision_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_decision" ADD CONSTRAINT "share_decision_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_decision" ADD CONSTRAINT "share_decision_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "couple_release_newest" ON "couple_release" USING btree ("practice_id","couple_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "share_decision_newest" ON "share_decision" USING btree ("practice_id","couple_id","client_id","item","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "couple_release" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("couple_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "couple_release" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("couple_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "couple_release" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("couple_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("couple_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "couple_release" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("couple_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "share_decision" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("share_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "share_decision" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("share_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "share_decision" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("share_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("share_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "share_decision" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("share_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);