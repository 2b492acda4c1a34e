CREATE TABLE "instrument_archiving" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_key" text NOT NULL,
	"is_archived" boolean NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instrument_archiving_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "instrument_archiving" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD COLUMN "earlier" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "instrument_archiving" ADD CONSTRAINT "instrument_archiving_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "instrument_archiving_key" ON "instrument_archiving" USING btree ("practice_id","instrument_key","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "instrument_archiving" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("instrument_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "instrument_archiving" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("instrument_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "instrument_archiving" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("instrument_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("instrument_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "instrument_archiving" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("instrument_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);