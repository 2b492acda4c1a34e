CREATE TABLE "staff_absence" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"cover_id" uuid,
	"outside_name" text,
	"outside_phone" text,
	"outside_email" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "staff_absence_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "staff_absence_days" CHECK ("staff_absence"."from_day" <= "staff_absence"."until_day"),
	CONSTRAINT "staff_absence_one_cover" CHECK ("staff_absence"."cover_id" is null or "staff_absence"."outside_name" is null),
	CONSTRAINT "staff_absence_outside" CHECK (("staff_absence"."outside_name" is null) = ("staff_absence"."outside_phone" is null)),
	CONSTRAINT "staff_absence_not_self" CHECK ("staff_absence"."cover_id" is distinct from "staff_absence"."account_id")
);
--> statement-breakpoint
ALTER TABLE "staff_absence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "working_hours" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"hours" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "working_hours_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "working_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confidentiality_limits" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "confidentiality_limits_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "confidentiality_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_event_word" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"word" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_event_word_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_event_word" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_untold" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_untold_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_untold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "limits_version" integer;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "absence_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "record_number" integer;--> statement-breakpoint
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_practice_id_cover_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","cover_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_practice_id_ended_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidentiality_limits" ADD CONSTRAINT "confidentiality_limits_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_event_word" ADD CONSTRAINT "safety_event_word_practice_id_event_id_safety_event_practice_id_id_fk" FOREIGN KEY ("practice_id","event_id") REFERENCES "public"."safety_event"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_untold" ADD CONSTRAINT "safety_untold_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_untold" ADD CONSTRAINT "safety_untold_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_untold" ADD CONSTRAINT "safety_untold_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_absence_account" ON "staff_absence" USING btree ("practice_id","account_id","from_day");--> statement-breakpoint
CREATE INDEX "staff_absence_cover" ON "staff_absence" USING btree ("practice_id","cover_id");--> statement-breakpoint
CREATE INDEX "working_hours_account" ON "working_hours" USING btree ("practice_id","account_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "confidentiality_limits_once" ON "confidentiality_limits" USING btree ("practice_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "safety_event_word_once" ON "safety_event_word" USING btree ("practice_id","event_id","word");--> statement-breakpoint
CREATE INDEX "safety_untold_pair" ON "safety_untold" USING btree ("practice_id","client_id","account_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD CONSTRAINT "outbox_letter_practice_id_absence_id_staff_absence_practice_id_id_fk" FOREIGN KEY ("practice_id","absence_id") REFERENCES "public"."staff_absence"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "staff_absence" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("staff_absence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "staff_absence" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("staff_absence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "staff_absence" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("staff_absence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("staff_absence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "staff_absence" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("staff_absence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "working_hours" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("working_hours"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "working_hours" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("working_hours"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "working_hours" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("working_hours"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("working_hours"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "working_hours" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("working_hours"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "confidentiality_limits" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("confidentiality_limits"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "confidentiality_limits" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("confidentiality_limits"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "confidentiality_limits" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("confidentiality_limits"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("confidentiality_limits"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "confidentiality_limits" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("confidentiality_limits"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_event_word" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_event_word"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_event_word" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_event_word"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_event_word" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_event_word"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_event_word"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_event_word" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_event_word"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_untold" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_untold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_untold" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_untold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_untold" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_untold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_untold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_untold" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_untold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);
--> statement-breakpoint
-- “I am on it” runs out, so every open event waits for the clock, however old it is and whoever said something.
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
DROP FUNCTION door_practices_waiting(timestamptz, timestamptz);
--> statement-breakpoint
CREATE FUNCTION door_practices_waiting(p_at timestamptz, p_since timestamptz)
RETURNS TABLE (practice_id uuid, letters boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.practice_id, true FROM outbox_letter l
   WHERE l.sent_at IS NULL AND l.set_aside_at IS NULL AND l.due_at <= p_at AND l.created_at > p_since
     AND (l.claim_ends_at IS NULL OR l.claim_ends_at <= p_at)
  UNION
  SELECT e.practice_id, false FROM safety_event e
   WHERE NOT EXISTS (SELECT 1 FROM safety_event_step s
      WHERE s.practice_id = e.practice_id AND s.event_id = e.id AND s.kind = 'closed')
$$;
--> statement-breakpoint
ALTER FUNCTION door_practices_waiting(timestamptz, timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
