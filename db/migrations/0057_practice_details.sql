CREATE TABLE "practice_detail" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"hours" jsonb,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_detail_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "practice_detail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "set_up_list_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "set_up_list_step_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "set_up_list_step_decision" CHECK ("set_up_list_step"."decision" in ('put-away', 'taken-out'))
);
--> statement-breakpoint
ALTER TABLE "set_up_list_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "practice_detail" ADD CONSTRAINT "practice_detail_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_detail" ADD CONSTRAINT "practice_detail_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_up_list_step" ADD CONSTRAINT "set_up_list_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_detail_newest" ON "practice_detail" USING btree ("practice_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "set_up_list_step_newest" ON "set_up_list_step" USING btree ("practice_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "practice_detail" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "practice_detail" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "practice_detail" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "practice_detail" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("practice_detail"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "set_up_list_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "set_up_list_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "set_up_list_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "set_up_list_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("set_up_list_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);