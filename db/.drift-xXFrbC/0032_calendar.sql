ALTER TABLE "couple" ADD COLUMN "zone" text;--> statement-breakpoint
UPDATE "couple" k SET "zone" = p."zone" FROM "practice" p WHERE p."practice_id" = k."practice_id";--> statement-breakpoint
ALTER TABLE "couple" ALTER COLUMN "zone" SET NOT NULL;--> statement-breakpoint
-- Where the weeks of two people began at another hour before, this week is lived in own steps: nothing opens because a
-- boundary moved. Nobody is asked by it, and no gate waits for it.
INSERT INTO "safety_check" ("practice_id", "id", "kind", "couple_id", "asked_at", "own_from")
SELECT k."practice_id", gen_random_uuid(), 'carried', k."id", now(), now() FROM "couple" k
WHERE k."ended_at" IS NULL AND EXISTS (
  SELECT 1 FROM "client" c WHERE c."practice_id" = k."practice_id" AND c."id" IN (k."first_client_id", k."second_client_id")
    AND (c."zone" <> k."zone" OR NOT EXISTS (SELECT 1 FROM "enrolment" e WHERE e."practice_id" = c."practice_id" AND e."client_id" = c."id"))
);

--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD COLUMN "couple_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD COLUMN "together_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_practice_id_together_id_enrolment_decision_practice_id_id_fk" FOREIGN KEY ("practice_id","together_id") REFERENCES "public"."enrolment_decision"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_decision_together_once" ON "enrolment_decision" USING btree ("practice_id","together_id","enrolment_id");--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_together" CHECK (("enrolment_decision"."couple_id" is null) = ("enrolment_decision"."together_id" is null));