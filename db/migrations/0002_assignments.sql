CREATE TABLE "assessment_pass" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "assessment_pass_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_pass" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"rule" jsonb NOT NULL,
	"answer_window" jsonb NOT NULL,
	"layout" text,
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "assignment_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instrument_licence" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_key" text NOT NULL,
	"note" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instrument_licence_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "instrument_licence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reliability_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_key" text NOT NULL,
	"uses_own_data" boolean NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reliability_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "reliability_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "discussed_by" uuid;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "discussed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assessment_pass" ADD CONSTRAINT "assessment_pass_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_pass" ADD CONSTRAINT "assessment_pass_practice_id_opened_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","opened_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_instrument_version_id_instrument_version_practice_id_id_fk" FOREIGN KEY ("practice_id","instrument_version_id") REFERENCES "public"."instrument_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_assigned_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","assigned_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_ended_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_licence" ADD CONSTRAINT "instrument_licence_practice_id_recorded_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reliability_choice" ADD CONSTRAINT "reliability_choice_practice_id_chosen_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_pass_token_once" ON "assessment_pass" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "assignment_client" ON "assignment" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "instrument_licence_key" ON "instrument_licence" USING btree ("practice_id","instrument_key","recorded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "reliability_choice_key" ON "reliability_choice" USING btree ("practice_id","instrument_key","chosen_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_discussed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","discussed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_assignment_id_assignment_practice_id_id_fk" FOREIGN KEY ("practice_id","assignment_id") REFERENCES "public"."assignment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_pass" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_pass" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_pass" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_pass" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "assessment_pass" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assignment" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assignment" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assignment" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assignment" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "instrument_licence" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "instrument_licence" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "instrument_licence" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "instrument_licence" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "reliability_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "reliability_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "reliability_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "reliability_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
-- In-session mode: which practice does this token belong to? Everything after that stands inside the practice.
CREATE FUNCTION door_find_pass(p_token_hash bytea) RETURNS TABLE (practice_id uuid, pass_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.practice_id, p.id FROM assessment_pass p WHERE p.token_hash = p_token_hash
$$;
--> statement-breakpoint
ALTER FUNCTION door_find_pass(bytea) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
