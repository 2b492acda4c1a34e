CREATE TABLE "calendar_feed" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text,
	"titles" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feed_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feed_newest" ON "calendar_feed" USING btree ("practice_id","account_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "calendar_feed" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("calendar_feed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "calendar_feed" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("calendar_feed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "calendar_feed" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("calendar_feed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("calendar_feed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "calendar_feed" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("calendar_feed"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);