CREATE TABLE "path_hold" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"held_from" date NOT NULL,
	"held_until" date NOT NULL,
	CONSTRAINT "path_hold_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "path_hold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_check" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"couple_id" uuid,
	"kind" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"own_from" timestamp with time zone,
	CONSTRAINT "safety_check_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "safety_check_own_days" CHECK ("safety_check"."own_from" is null or "safety_check"."couple_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "safety_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_check_member" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	CONSTRAINT "safety_check_member_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_check_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stop_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"couple_id" uuid,
	"choice" text NOT NULL,
	"unchanged_until" date,
	"reason_sealed" text,
	"wish_sealed" text,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stop_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "stop_choice_until" CHECK (("stop_choice"."choice" = 'unchanged') = ("stop_choice"."unchanged_until" is not null)),
	CONSTRAINT "stop_choice_reason" CHECK ("stop_choice"."choice" <> 'unchanged' or ("stop_choice"."reason_sealed" is not null and "stop_choice"."wish_sealed" is not null))
);
--> statement-breakpoint
ALTER TABLE "stop_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "couple" ADD COLUMN "lead_id" uuid;--> statement-breakpoint
ALTER TABLE "couple" ADD COLUMN "drawn_check_on" date;--> statement-breakpoint
UPDATE "couple" SET "lead_id" = "linked_by",
  "drawn_check_on" = greatest("linked_at"::date, current_date) + 14 + (('x' || substr(md5("id"::text), 1, 7))::bit(28)::int % 35);--> statement-breakpoint
ALTER TABLE "couple" ALTER COLUMN "lead_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "couple" ALTER COLUMN "drawn_check_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "couple" ADD COLUMN "end_reason_sealed" text;--> statement-breakpoint
ALTER TABLE "couple" ADD COLUMN "end_shown_on" date;--> statement-breakpoint
UPDATE "couple" SET "end_shown_on" = "ended_at"::date WHERE "ended_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "safety_decision" ADD COLUMN "talk_on" date;--> statement-breakpoint
ALTER TABLE "safety_decision" ADD COLUMN "talk_way" text;--> statement-breakpoint
ALTER TABLE "safety_decision" ADD COLUMN "talk_unheard" boolean;--> statement-breakpoint
ALTER TABLE "safety_screen" ADD COLUMN "reports_harm" boolean;--> statement-breakpoint
ALTER TABLE "safety_screen" ADD COLUMN "own_harm" boolean;--> statement-breakpoint
ALTER TABLE "path_hold" ADD CONSTRAINT "path_hold_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_check" ADD CONSTRAINT "safety_check_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_check" ADD CONSTRAINT "safety_check_practice_id_asked_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","asked_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_check_member" ADD CONSTRAINT "safety_check_member_practice_id_check_id_safety_check_practice_id_id_fk" FOREIGN KEY ("practice_id","check_id") REFERENCES "public"."safety_check"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_check_member" ADD CONSTRAINT "safety_check_member_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_check_member" ADD CONSTRAINT "safety_check_member_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_choice" ADD CONSTRAINT "stop_choice_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_choice" ADD CONSTRAINT "stop_choice_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_choice" ADD CONSTRAINT "stop_choice_practice_id_chosen_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "path_hold_client" ON "path_hold" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "safety_check_couple" ON "safety_check" USING btree ("practice_id","couple_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "safety_check_member_once" ON "safety_check_member" USING btree ("practice_id","check_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "safety_check_member_card" ON "safety_check_member" USING btree ("practice_id","assessment_id");--> statement-breakpoint
CREATE INDEX "safety_check_member_client" ON "safety_check_member" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "stop_choice_client" ON "stop_choice" USING btree ("practice_id","client_id","chosen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stop_choice_couple" ON "stop_choice" USING btree ("practice_id","couple_id","chosen_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "couple" ADD CONSTRAINT "couple_practice_id_lead_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","lead_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "path_hold" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("path_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "path_hold" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("path_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "path_hold" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("path_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("path_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "path_hold" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("path_hold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_check" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_check" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_check" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_check" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_check_member" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_check_member"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_check_member" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_check_member"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_check_member" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_check_member"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_check_member"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_check_member" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_check_member"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "stop_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("stop_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "stop_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("stop_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "stop_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("stop_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("stop_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "stop_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("stop_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- Weeks that a stop held stay where they were lived: the spans are kept, and end today. From here on a stop moves no week.
DO $$
DECLARE person record; step record; stop_from date;
BEGIN
  FOR person IN SELECT c.practice_id, c.id, c.zone FROM client c LOOP
    stop_from := NULL;
    FOR step IN
      SELECT at, kind, talked FROM (
        SELECT answered_at AS at, outcome AS kind, false AS talked, 0 AS place FROM safety_screen WHERE practice_id = person.practice_id AND client_id = person.id
        UNION ALL SELECT opened_at, 'stop', false, 0 FROM safety_event WHERE practice_id = person.practice_id AND client_id = person.id AND source = 'screen'
        UNION ALL SELECT decided_at, kind, talked_alone, 1 FROM safety_decision WHERE practice_id = person.practice_id AND client_id = person.id
      ) steps ORDER BY at, place
    LOOP
      IF step.kind = 'stop' AND stop_from IS NULL THEN stop_from := (step.at AT TIME ZONE person.zone)::date;
      ELSIF step.kind = 'clear' AND step.talked AND stop_from IS NOT NULL THEN
        IF (step.at AT TIME ZONE person.zone)::date > stop_from THEN
          INSERT INTO path_hold VALUES (person.practice_id, gen_random_uuid(), person.id, stop_from, (step.at AT TIME ZONE person.zone)::date);
        END IF;
        stop_from := NULL;
      END IF;
    END LOOP;
    IF stop_from IS NOT NULL AND (now() AT TIME ZONE person.zone)::date > stop_from THEN
      INSERT INTO path_hold VALUES (person.practice_id, gen_random_uuid(), person.id, stop_from, (now() AT TIME ZONE person.zone)::date);
    END IF;
  END LOOP;
END $$;--> statement-breakpoint
-- The calendar asks from here on: safety questions that were only planned, and that nobody opened, are planned no longer.
DELETE FROM "assessment" a USING "instrument_version" v
  WHERE v.practice_id = a.practice_id AND v.id = a.instrument_version_id AND v.key = 'safety-and-steadiness'
    AND a.submitted_at IS NULL AND a.started_at IS NULL AND a.opens_on > current_date + 1 AND a.assigned_by IS NULL
    AND NOT EXISTS (SELECT 1 FROM "assessment_answer" x WHERE x.practice_id = a.practice_id AND x.assessment_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM "assessment_withdrawal" x WHERE x.practice_id = a.practice_id AND x.assessment_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM "assessment_pass" x WHERE x.practice_id = a.practice_id AND x.assessment_id = a.id);--> statement-breakpoint
-- Questions that are open stay open, in the version that they were asked in.
WITH open_check AS (
  SELECT a.practice_id, a.id AS assessment_id, a.client_id, a.assigned_at, a.assigned_by, gen_random_uuid() AS check_id
  FROM "assessment" a JOIN "instrument_version" v ON v.practice_id = a.practice_id AND v.id = a.instrument_version_id
  WHERE v.key = 'safety-and-steadiness' AND a.submitted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM "assessment_withdrawal" x WHERE x.practice_id = a.practice_id AND x.assessment_id = a.id)
), asked AS (
  INSERT INTO "safety_check" (practice_id, id, kind, asked_by, asked_at)
  SELECT practice_id, check_id, 'carried', assigned_by, assigned_at FROM open_check RETURNING practice_id, id
)
INSERT INTO "safety_check_member" (practice_id, id, check_id, client_id, assessment_id)
SELECT o.practice_id, gen_random_uuid(), o.check_id, o.client_id, o.assessment_id FROM open_check o
  JOIN asked ON asked.practice_id = o.practice_id AND asked.id = o.check_id;
