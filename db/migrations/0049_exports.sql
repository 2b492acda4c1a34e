CREATE TABLE "export_file" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"format" text NOT NULL,
	"parts" jsonb NOT NULL,
	"bytes" integer NOT NULL,
	"content_sealed" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "export_file_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "export_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_practice_id_made_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","made_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_file_client" ON "export_file" USING btree ("practice_id","client_id","made_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "export_file" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("export_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "export_file" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("export_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "export_file" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("export_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("export_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "export_file" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("export_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);