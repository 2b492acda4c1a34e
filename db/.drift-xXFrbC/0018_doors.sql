CREATE TABLE "address_safety" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"answer" text NOT NULL,
	"said_to" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_safety_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "address_safety" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credential_change" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "credential_change_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "credential_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "address_safety" ADD CONSTRAINT "address_safety_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_safety" ADD CONSTRAINT "address_safety_practice_id_said_to_account_practice_id_id_fk" FOREIGN KEY ("practice_id","said_to") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_change" ADD CONSTRAINT "credential_change_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_change" ADD CONSTRAINT "credential_change_practice_id_changed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","changed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_safety_account" ON "address_safety" USING btree ("practice_id","account_id","said_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "credential_change_account" ON "credential_change" USING btree ("practice_id","account_id","changed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "credential_change_unread" ON "credential_change" USING btree ("practice_id","account_id") WHERE "credential_change"."read_at" is null;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "address_safety" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("address_safety"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "address_safety" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("address_safety"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "address_safety" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("address_safety"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("address_safety"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "address_safety" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("address_safety"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "credential_change" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("credential_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "credential_change" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("credential_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "credential_change" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("credential_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("credential_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "credential_change" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("credential_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);