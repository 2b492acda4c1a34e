import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment, assessmentAnswer, assignment } from "@/db/schema/assessments";
import { couple } from "@/db/schema/clients";
import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import { GRACE_HOURS } from "@/lib/assessments/closing";

const answer = alias(assessmentAnswer, "an");
const rule = alias(assignment, "r");
const link = alias(couple, "k");
const check = alias(safetyCheck, "q");
const member = alias(safetyCheckMember, "m");

const newestAnswer = qualified`(select max(${answer.answeredAt}) from ${assessmentAnswer} ${answer}
  where ${answer.practiceId} = ${assessment.practiceId} and ${answer.assessmentId} = ${assessment.id})`;
const graceOfRule = qualified`(select (${rule.answerWindow} ->> 'graceHours')::int from ${assignment} ${rule}
  where ${rule.practiceId} = ${assessment.practiceId} and ${rule.id} = ${assessment.assignmentId})`;

/** In whose days a sitting ends: a card that two were asked with goes for both in one instant, all else where its person lives. */
export const zoneOfSitting = (
  zone: string,
) => qualified<string>`coalesce((select ${link.zone} from ${safetyCheckMember} ${member}
    join ${safetyCheck} ${check} on ${check.practiceId} = ${member.practiceId} and ${check.id} = ${member.checkId}
    join ${couple} ${link} on ${link.practiceId} = ${check.practiceId} and ${link.id} = ${check.coupleId}
  where ${member.practiceId} = ${assessment.practiceId} and ${member.assessmentId} = ${assessment.id}), ${zone})`;

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
