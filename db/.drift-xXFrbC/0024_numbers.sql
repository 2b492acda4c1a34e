CREATE TABLE "client_region" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"region" text,
	"numbers_sealed" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_region_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "client_region_code" CHECK ("client_region"."region" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
ALTER TABLE "client_region" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_region" ADD CONSTRAINT "client_region_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_region" ADD CONSTRAINT "client_region_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_region_newest" ON "client_region" USING btree ("practice_id","client_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "client_region" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("client_region"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "client_region" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("client_region"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "client_region" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("client_region"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("client_region"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "client_region" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("client_region"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);