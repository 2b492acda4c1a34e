CREATE TABLE "practice_reading" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reading_key" text NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_reading_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "practice_reading_words" CHECK (("practice_reading"."content" is not null) = ("practice_reading"."kind" in ('draft', 'published')))
);
--> statement-breakpoint
ALTER TABLE "practice_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "practice_reading" ADD CONSTRAINT "practice_reading_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reading" ADD CONSTRAINT "practice_reading_practice_id_written_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","written_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_reading_newest" ON "practice_reading" USING btree ("practice_id","reading_key","written_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "practice_reading" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("practice_reading"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "practice_reading" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("practice_reading"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "practice_reading" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("practice_reading"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("practice_reading"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "practice_reading" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("practice_reading"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);