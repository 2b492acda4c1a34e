CREATE TABLE "assessment_import" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"authored" text NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_import_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assessment_import" ADD CONSTRAINT "assessment_import_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_import" ADD CONSTRAINT "assessment_import_practice_id_imported_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","imported_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_import_once" ON "assessment_import" USING btree ("practice_id","assessment_id");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_import" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_import"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_import" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_import"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_import" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_import"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_import"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_import" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_import"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);