CREATE TABLE "protocol_archiving" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"is_archived" boolean NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protocol_archiving_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "protocol_archiving" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD COLUMN "withdraws_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD COLUMN "words_sealed" text;--> statement-breakpoint
ALTER TABLE "protocol_archiving" ADD CONSTRAINT "protocol_archiving_practice_id_version_id_protocol_version_practice_id_id_fk" FOREIGN KEY ("practice_id","version_id") REFERENCES "public"."protocol_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_archiving" ADD CONSTRAINT "protocol_archiving_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "protocol_archiving_version" ON "protocol_archiving" USING btree ("practice_id","version_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_withdraws_id_enrolment_move_practice_id_id_fk" FOREIGN KEY ("practice_id","withdraws_id") REFERENCES "public"."enrolment_move"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_move_withdrawn_once" ON "enrolment_move" USING btree ("practice_id","withdraws_id");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "protocol_archiving" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("protocol_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "protocol_archiving" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("protocol_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "protocol_archiving" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("protocol_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("protocol_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "protocol_archiving" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("protocol_archiving"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "instrument_version" ADD COLUMN "discarded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD COLUMN "discarded_by" uuid;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_practice_id_discarded_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","discarded_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_discarded" CHECK ("instrument_version"."published_at" is null or "instrument_version"."discarded_at" is null);