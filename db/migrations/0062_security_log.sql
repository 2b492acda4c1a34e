CREATE TABLE "noticed" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"session_mark" text,
	"device" text NOT NULL,
	CONSTRAINT "noticed_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "noticed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "noticed" ADD CONSTRAINT "noticed_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "noticed_account" ON "noticed" USING btree ("practice_id","account_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "noticed_at" ON "noticed" USING btree ("practice_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "noticed" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("noticed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "noticed" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("noticed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "noticed" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("noticed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("noticed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "noticed" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("noticed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);