DROP INDEX "assessment_occasion_once";--> statement-breakpoint
DROP INDEX "outbox_letter_once";--> statement-breakpoint
ALTER TABLE "outbox_letter" ALTER COLUMN "occasion" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "attempt" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_withdrawal" ADD COLUMN "withdrawn_by_decision_id" uuid;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "mailed_hash" "bytea";--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "about_kind" text;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "about_on" date;--> statement-breakpoint
-- What a sitting's name said until now: "<rule>:<place>~<edition>.<attempt>", and "<place>~<attempt>" for the protocol's own.
UPDATE "assessment" SET
  "edition" = coalesce(nullif(split_part(split_part("occasion", '~', 2), '.', 1), '')::integer, 1),
  "attempt" = coalesce(nullif(split_part(split_part("occasion", '~', 2), '.', 2), '')::integer, 1),
  "occasion" = substr(split_part("occasion", '~', 1), strpos("occasion", ':') + 1)
WHERE "assignment_id" IS NOT NULL;--> statement-breakpoint
UPDATE "assessment" SET
  "attempt" = split_part("occasion", '~', 2)::integer,
  "occasion" = split_part("occasion", '~', 1)
WHERE "assignment_id" IS NULL AND "occasion" ~ '^[^~]+~[0-9]+$';--> statement-breakpoint
-- What the path withdrew was told by the decision's own instant.
UPDATE "assessment_withdrawal" w SET "withdrawn_by_decision_id" = d."id"
FROM "assessment" a, "enrolment" e, "enrolment_decision" d
WHERE w."kind" = 'cancelled' AND a."practice_id" = w."practice_id" AND a."id" = w."assessment_id"
  AND e."practice_id" = a."practice_id" AND e."client_id" = a."client_id"
  AND d."practice_id" = e."practice_id" AND d."enrolment_id" = e."id" AND d."decided_at" = w."withdrawn_at";--> statement-breakpoint
-- "<kind>:<id>:<day>", "event:<event>:<step>", and "outside:" before either. A name that says no row of anything is about
-- the letter itself.
UPDATE "outbox_letter" SET
  "about_kind" = CASE WHEN o.kind = 'event' AND o.more <> '' THEN 'event-step' WHEN o.kind IN ('again', 'asked-again',
    'assessment', 'assigned', 'check', 'check-words', 'consent-withdrawn', 'credentials', 'due', 'event', 'factor-reset', 'message', 'overdue',
    'safety-decision') THEN o.kind ELSE 'event' END,
  "about_id" = CASE WHEN o.about ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN o.about::uuid ELSE "outbox_letter"."id" END,
  "about_on" = CASE WHEN o.more ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN o.more::date END
FROM (SELECT n.practice_id, n.id, split_part(n.name, ':', 1) AS kind, split_part(n.name, ':', 3) AS more,
    CASE WHEN n.name LIKE 'event:%:%' THEN split_part(n.name, ':', 3) ELSE split_part(n.name, ':', 2) END AS about
  FROM (SELECT practice_id, id, regexp_replace("occasion", '^outside:', '') AS name FROM "outbox_letter") n) o
WHERE o.practice_id = "outbox_letter"."practice_id" AND o.id = "outbox_letter"."id";--> statement-breakpoint
ALTER TABLE "outbox_letter" ALTER COLUMN "about_kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_letter" ALTER COLUMN "about_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_withdrawal" ADD CONSTRAINT "assessment_withdrawal_practice_id_withdrawn_by_decision_id_enrolment_decision_practice_id_id_fk" FOREIGN KEY ("practice_id","withdrawn_by_decision_id") REFERENCES "public"."enrolment_decision"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_link_mailed_once" ON "one_time_link" USING btree ("mailed_hash");--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_asked_once" UNIQUE NULLS NOT DISTINCT("practice_id","client_id","assignment_id","occasion","edition","attempt");--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD CONSTRAINT "outbox_letter_about_once" UNIQUE NULLS NOT DISTINCT("practice_id","account_id","absence_id","about_kind","about_id","about_on");--> statement-breakpoint
-- A link opens with the token on the screen and with the one in the letter.
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;--> statement-breakpoint
DROP FUNCTION door_find_link(bytea);--> statement-breakpoint
CREATE FUNCTION door_find_link(p_token_hash bytea) RETURNS TABLE (practice_id uuid, link_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.practice_id, l.id FROM one_time_link l WHERE l.token_hash = p_token_hash OR l.mailed_hash = p_token_hash
$$;--> statement-breakpoint
ALTER FUNCTION door_find_link(bytea) OWNER TO nearer_door;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
