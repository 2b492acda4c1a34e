CREATE TABLE "note_apart" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words_sealed" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_apart_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "note_apart" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_cosignature" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_cosignature_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "note_cosignature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_template" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"template_key" uuid NOT NULL,
	"title" text NOT NULL,
	"labels" jsonb NOT NULL,
	"is_retired" boolean NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_template_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "note_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_version" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"parts_sealed" text NOT NULL,
	"agreed_sealed" text,
	"for_client_sealed" text,
	"reason_sealed" text,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_version_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "note_version_reason" CHECK (("note_version"."ordinal" = 1) = ("note_version"."reason_sealed" is null))
);
--> statement-breakpoint
ALTER TABLE "note_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_note" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"template" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"asks_cosign" boolean NOT NULL,
	CONSTRAINT "session_note_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "session_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "note_apart" ADD CONSTRAINT "note_apart_practice_id_appointment_id_appointment_practice_id_id_fk" FOREIGN KEY ("practice_id","appointment_id") REFERENCES "public"."appointment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_apart" ADD CONSTRAINT "note_apart_practice_id_author_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_cosignature" ADD CONSTRAINT "note_cosignature_practice_id_note_id_session_note_practice_id_id_fk" FOREIGN KEY ("practice_id","note_id") REFERENCES "public"."session_note"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_cosignature" ADD CONSTRAINT "note_cosignature_practice_id_signed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","signed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_template" ADD CONSTRAINT "note_template_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_practice_id_note_id_session_note_practice_id_id_fk" FOREIGN KEY ("practice_id","note_id") REFERENCES "public"."session_note"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_practice_id_written_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","written_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_note" ADD CONSTRAINT "session_note_practice_id_appointment_id_appointment_practice_id_id_fk" FOREIGN KEY ("practice_id","appointment_id") REFERENCES "public"."appointment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_note" ADD CONSTRAINT "session_note_practice_id_author_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "note_apart_of" ON "note_apart" USING btree ("practice_id","author_id","appointment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "note_cosignature_once" ON "note_cosignature" USING btree ("practice_id","note_id","ordinal","signed_by");--> statement-breakpoint
CREATE INDEX "note_template_newest" ON "note_template" USING btree ("practice_id","template_key","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "note_version_once" ON "note_version" USING btree ("practice_id","note_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "session_note_once" ON "session_note" USING btree ("practice_id","appointment_id");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "note_apart" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("note_apart"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "note_apart" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("note_apart"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "note_apart" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("note_apart"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("note_apart"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "note_apart" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("note_apart"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "note_cosignature" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("note_cosignature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "note_cosignature" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("note_cosignature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "note_cosignature" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("note_cosignature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("note_cosignature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "note_cosignature" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("note_cosignature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "note_template" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("note_template"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "note_template" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("note_template"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "note_template" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("note_template"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("note_template"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "note_template" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("note_template"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "note_version" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("note_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "note_version" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("note_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "note_version" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("note_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("note_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "note_version" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("note_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "session_note" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("session_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "session_note" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("session_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "session_note" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("session_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("session_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "session_note" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("session_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);