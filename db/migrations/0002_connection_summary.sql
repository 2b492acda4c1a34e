CREATE TABLE "connection_summary" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signal" text NOT NULL,
	"baseline_median" numeric,
	"lower_limit" numeric,
	"upper_limit" numeric,
	"latest_median" numeric,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_summary_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "connection_summary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connection_summary" ADD CONSTRAINT "connection_summary_practice_id_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "connection_summary" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "connection_summary" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "connection_summary" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "connection_summary" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);