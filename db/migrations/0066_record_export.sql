CREATE TABLE "record_export" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"format" text NOT NULL,
	"parts" jsonb NOT NULL,
	"has_mark" boolean NOT NULL,
	"is_stamped" boolean NOT NULL,
	"public_key" text NOT NULL,
	"private_key_sealed" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"ended_at" timestamp with time zone,
	"content" text,
	"ends_at" timestamp with time zone,
	CONSTRAINT "record_export_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "record_export" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record_export" ADD CONSTRAINT "record_export_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_export" ADD CONSTRAINT "record_export_practice_id_asked_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","asked_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_export_client" ON "record_export" USING btree ("practice_id","client_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "record_export" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("record_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "record_export" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("record_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "record_export" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("record_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("record_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "record_export" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("record_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);