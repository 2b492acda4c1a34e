CREATE TABLE "research_export" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"columns" jsonb NOT NULL,
	"parts" jsonb NOT NULL,
	"has_mark" boolean NOT NULL,
	"purpose_sealed" text NOT NULL,
	"public_key" text NOT NULL,
	"private_key_sealed" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"done" integer NOT NULL,
	"total" integer,
	"ended_at" timestamp with time zone,
	"refusal" jsonb,
	"people" integer,
	CONSTRAINT "research_export_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "research_export" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research_file" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"bytes" integer NOT NULL,
	"content" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "research_file_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "research_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chart_note" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chart_note_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "chart_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chart_note_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"chart_note_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" text NOT NULL,
	"local_date" date NOT NULL,
	"words_sealed" text NOT NULL,
	"is_shown" boolean NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chart_note_step_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "chart_note_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goal" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "goal_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "goal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goal_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" text NOT NULL,
	"words_sealed" text NOT NULL,
	"measure" text,
	"line" smallint,
	"is_shown" boolean NOT NULL,
	"agreed_with" text NOT NULL,
	"agreed_how" text NOT NULL,
	"agreed_on" date NOT NULL,
	"note_sealed" text,
	"appointment_id" uuid,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "goal_step_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "goal_step_line" CHECK (("goal_step"."measure" is null) = ("goal_step"."line" is null) and ("goal_step"."line" is null
        or case when "goal_step"."measure" = 'connection' then "goal_step"."line" between 1 and 10 else "goal_step"."line" between 0 and 96 end))
);
--> statement-breakpoint
ALTER TABLE "goal_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "research_export" ADD CONSTRAINT "research_export_practice_id_asked_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","asked_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_file" ADD CONSTRAINT "research_file_practice_id_id_research_export_practice_id_id_fk" FOREIGN KEY ("practice_id","id") REFERENCES "public"."research_export"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_note" ADD CONSTRAINT "chart_note_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_note" ADD CONSTRAINT "chart_note_practice_id_added_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","added_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_note_step" ADD CONSTRAINT "chart_note_step_practice_id_chart_note_id_chart_note_practice_id_id_fk" FOREIGN KEY ("practice_id","chart_note_id") REFERENCES "public"."chart_note"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_note_step" ADD CONSTRAINT "chart_note_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_step" ADD CONSTRAINT "goal_step_practice_id_goal_id_goal_practice_id_id_fk" FOREIGN KEY ("practice_id","goal_id") REFERENCES "public"."goal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_step" ADD CONSTRAINT "goal_step_practice_id_appointment_id_appointment_practice_id_id_fk" FOREIGN KEY ("practice_id","appointment_id") REFERENCES "public"."appointment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_step" ADD CONSTRAINT "goal_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "research_export_asked" ON "research_export" USING btree ("practice_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "chart_note_client" ON "chart_note" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chart_note_step_once" ON "chart_note_step" USING btree ("practice_id","chart_note_id","ordinal");--> statement-breakpoint
CREATE INDEX "goal_client" ON "goal" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goal_step_once" ON "goal_step" USING btree ("practice_id","goal_id","ordinal");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "research_export" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("research_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "research_export" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("research_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "research_export" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("research_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("research_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "research_export" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("research_export"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "research_file" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("research_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "research_file" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("research_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "research_file" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("research_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("research_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "research_file" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("research_file"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "chart_note" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("chart_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "chart_note" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("chart_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "chart_note" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("chart_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("chart_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "chart_note" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("chart_note"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "chart_note_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("chart_note_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "chart_note_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("chart_note_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "chart_note_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("chart_note_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("chart_note_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "chart_note_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("chart_note_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "goal" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("goal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "goal" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("goal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "goal" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("goal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("goal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "goal" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("goal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "goal_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("goal_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "goal_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("goal_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "goal_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("goal_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("goal_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "goal_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("goal_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);