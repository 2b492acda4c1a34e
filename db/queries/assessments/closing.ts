import { type SQL, sql } from "drizzle-orm";
import { assessment, assessmentAnswer, assignment } from "@/db/schema/assessments";
import { couple } from "@/db/schema/clients";
import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import { GRACE_HOURS } from "@/lib/assessments/closing";

const newestAnswer = sql`(select max(an.answered_at) from ${assessmentAnswer} an
  where an.practice_id = ${assessment.practiceId} and an.assessment_id = ${assessment.id})`;
const graceOfRule = sql`(select (r.answer_window ->> 'graceHours')::int from ${assignment} r
  where r.practice_id = ${assessment.practiceId} and r.id = ${assessment.assignmentId})`;

/** In whose days a sitting ends: a card that two were asked with goes for both in one instant, all else where its person lives. */
export const zoneOfSitting = (zone: string) => sql<string>`coalesce((select k.zone from ${safetyCheckMember} m
    join ${safetyCheck} q on q.practice_id = m.practice_id and q.id = m.check_id
    join ${couple} k on k.practice_id = q.practice_id and k.id = q.couple_id
  where m.practice_id = ${assessment.practiceId} and m.assessment_id = ${assessment.id}), ${zone})`;

/** What a sitting's closing is worked out from (see `isClosed`), as columns of a statement about `assessment`. */
export const closingColumns = () => ({
  expiresOn: assessment.expiresOn,
  lastSavedAt: sql<Date | null>`${newestAnswer}`.mapWith((at: string | null) => (at === null ? null : new Date(at))),
  graceHours: sql<number | null>`${graceOfRule}`,
});

/** `isClosed` turned round, as a condition: what a person in `zone` can still open at `now`. */
export const notClosed = (zone: string, now: Date): SQL => {
  const closes = sql`((${assessment.expiresOn} + 1)::timestamp at time zone ${zoneOfSitting(zone)})`;
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`(${assessment.expiresOn} is null or ${closes} > ${at} or
    greatest(${closes}, ${newestAnswer}) + make_interval(hours => coalesce(${graceOfRule}, ${GRACE_HOURS})) > ${at}
      and ${newestAnswer} is not null)`;
};
