CREATE TABLE "outbox_letter" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"claim" uuid,
	"claim_ends_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_letter_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox_letter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_contact_list" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"country" text NOT NULL,
	"contacts" jsonb,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crisis_contact_list_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "crisis_contact_list" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_setting" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"escalation_minutes" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_setting_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "safety_setting_minutes" CHECK ("safety_setting"."escalation_minutes" between 5 and 1440)
);
--> statement-breakpoint
ALTER TABLE "safety_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD CONSTRAINT "outbox_letter_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_contact_list" ADD CONSTRAINT "crisis_contact_list_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_contact_list" ADD CONSTRAINT "crisis_contact_list_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_setting" ADD CONSTRAINT "safety_setting_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_setting" ADD CONSTRAINT "safety_setting_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_letter_once" ON "outbox_letter" USING btree ("practice_id","account_id","occasion");--> statement-breakpoint
CREATE INDEX "outbox_letter_unsent" ON "outbox_letter" USING btree ("due_at") WHERE "outbox_letter"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "crisis_contact_list_newest" ON "crisis_contact_list" USING btree ("practice_id","country","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "safety_setting_newest" ON "safety_setting" USING btree ("practice_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "door_select" ON "safety_event" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "door_select" ON "safety_event_step" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "outbox_letter" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "outbox_letter" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "outbox_letter" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "outbox_letter" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "outbox_letter" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "crisis_contact_list" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "crisis_contact_list" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "crisis_contact_list" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "crisis_contact_list" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_setting" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_setting" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_setting" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_setting" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);