CREATE TABLE "erasure" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"what" text NOT NULL,
	"counts" jsonb NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasure_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "erasure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "erasure_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"talk_on" date,
	"talk_way" text,
	"talk_unheard" boolean,
	"reason_sealed" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasure_step_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "erasure_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"ends_id" uuid,
	"reason_sealed" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "legal_hold_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "legal_hold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_rule" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"years" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_rule_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "retention_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_step" ALTER COLUMN "reason_sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_step" ADD CONSTRAINT "erasure_step_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_step" ADD CONSTRAINT "erasure_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_practice_id_ends_id_legal_hold_practice_id_id_fk" FOREIGN KEY ("practice_id","ends_id") REFERENCES "public"."legal_hold"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_client" ON "erasure" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "erasure_step_client" ON "erasure_step" USING btree ("practice_id","client_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "legal_hold_client" ON "legal_hold" USING btree ("practice_id","client_id","decided_at");--> statement-breakpoint
CREATE INDEX "retention_rule_newest" ON "retention_rule" USING btree ("practice_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "erasure" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("erasure"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "erasure" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("erasure"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "erasure" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("erasure"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("erasure"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "erasure" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("erasure"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "erasure_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("erasure_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "erasure_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("erasure_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "erasure_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("erasure_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("erasure_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "erasure_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("erasure_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "legal_hold" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("legal_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "legal_hold" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("legal_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "legal_hold" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("legal_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("legal_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "legal_hold" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("legal_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "retention_rule" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("retention_rule"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "retention_rule" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("retention_rule"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "retention_rule" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("retention_rule"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("retention_rule"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "retention_rule" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("retention_rule"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- What was submitted stays as it was, but for the one role that erases a person.
CREATE OR REPLACE FUNCTION refuse_answers_after_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'nearer_eraser' THEN
    RETURN OLD;
  END IF;
  IF (TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM assessment a
         WHERE a.practice_id = OLD.practice_id AND a.id = OLD.assessment_id AND a.submitted_at IS NOT NULL))
     OR (TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM assessment a
         WHERE a.practice_id = NEW.practice_id AND a.id = NEW.assessment_id AND a.submitted_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'answers are frozen once submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

--> statement-breakpoint
CREATE TABLE "court_demand" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"answers_id" uuid,
	"due_on" date,
	"words_sealed" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "court_demand_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "court_demand" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "court_demand" ADD CONSTRAINT "court_demand_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_demand" ADD CONSTRAINT "court_demand_practice_id_answers_id_court_demand_practice_id_id_fk" FOREIGN KEY ("practice_id","answers_id") REFERENCES "public"."court_demand"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_demand" ADD CONSTRAINT "court_demand_practice_id_noted_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "court_demand_client" ON "court_demand" USING btree ("practice_id","client_id","noted_at");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "court_demand" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "court_demand" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "court_demand" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "court_demand" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);