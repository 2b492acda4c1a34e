import { sql } from "drizzle-orm";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { attemptSeen, exerciseAttempt } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";
import { outboxLetter } from "@/db/schema/outbox";
import { enrolmentMove, protocolProposalAnswer } from "@/db/schema/protocol";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import { swapAnswer, swapRequest } from "@/db/schema/swap-requests";
import { PROPOSAL_DAYS } from "@/lib/signals/open-proposals";

// Derived tables for a statement about many clients: each table is read once, and joined by client or enrolment.
// Those that depend on the day join `seen`, which the statement makes: id and local date of the clients within reach.

/** A sitting `x` that was not taken back. */
export const standing = sql`not exists (select 1 from ${assessmentWithdrawal} w where w.practice_id = x.practice_id and w.assessment_id = x.id)`;

/** Sittings that wait, walked from the one that was due first: the index knows them by client and day. */
const waiting = sql`from ${assessment} x where x.practice_id = ${client.practiceId} and x.client_id = ${client.id}
  and x.submitted_at is null and coalesce(x.expires_on >= seen.today, true) and ${standing}`;
export const dueOf = sql`(select (select x.due_on::text ${waiting} and x.due_on is not null order by x.due_on limit 1) as next_on,
  (select jsonb_agg(jsonb_build_object('title', (select v.title from ${instrumentVersion} v
      where v.practice_id = x.practice_id and v.id = x.instrument_version_id), 'dueOn', x.due_on, 'reminders', (
      select count(*) from ${outboxLetter} o where o.practice_id = x.practice_id and o.account_id = ${client.accountId}
        and o.sent_at is not null and o.about_id = x.id and o.about_kind in ('due', 'overdue', 'asked-again'))))
    ${waiting} and x.due_on < seen.today) as overdue)`;

export const baselinesByClient = (practiceId: string) => sql`(select distinct x.client_id from ${assessment} x
  where x.practice_id = ${practiceId} and x.week_number = 0 and x.submitted_at is not null and ${standing})`;

export const unseenByClient = (practiceId: string) => sql`(select x.client_id,
    jsonb_agg(jsonb_build_object('title', v.title, 'answeredAt', x.submitted_at)) as facts
  from ${assessment} x
  join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
  where x.practice_id = ${practiceId} and x.submitted_at is not null and x.reviewed_at is null and ${standing}
    and v.definition ->> 'sensitivity' is distinct from 'safety' group by 1)`;

export const unreadByClient = (practiceId: string) => sql`(select x.client_id, count(*)::int as count
  from ${exerciseAttempt} x where x.practice_id = ${practiceId} and x.reflection_sealed is not null and not exists (
    select 1 from ${attemptSeen} s where s.practice_id = x.practice_id and s.attempt_id = x.id) group by 1)`;

export const unreadMessagesByClient = (practiceId: string) => sql`(select c.id as client_id,
    jsonb_build_object('count', count(*), 'since', min(x.sent_at)) as facts
  from ${message} x join ${client} c on c.practice_id = x.practice_id and c.id = x.client_id and c.account_id = x.author_id
  where x.practice_id = ${practiceId} and x.read_at is null group by 1)`;

export const openEventsByClient = (practiceId: string) => sql`(select x.client_id,
    jsonb_agg(jsonb_build_object('source', x.source, 'openedAt', x.opened_at, 'acknowledged', exists (
      select 1 from ${safetyEventStep} s where s.practice_id = x.practice_id and s.event_id = x.id and s.kind = 'acknowledged'
        and not exists (select 1 from ${safetyEventStep} l where l.practice_id = s.practice_id and l.event_id = s.event_id
          and l.kind = 'escalated' and l.taken_at > s.taken_at)))) as facts
  from ${safetyEvent} x where x.practice_id = ${practiceId} and not exists (
    select 1 from ${safetyEventStep} s where s.practice_id = x.practice_id and s.event_id = x.id and s.kind = 'closed') group by 1)`;

export const recentByClient = (practiceId: string) => sql`(select x.client_id,
    jsonb_agg(jsonb_build_object('exercise', x.exercise_key, 'date', x.local_date, 'loggedAt', x.recorded_at,
      'outcome', x.outcome, 'anxietyBefore', x.anxiety_before, 'anxietyAfter', x.anxiety_after) order by x.recorded_at, x.exercise_key) as facts
  from ${exerciseAttempt} x join seen on seen.id = x.client_id
  where x.practice_id = ${practiceId} and x.local_date > seen.today - ${PROPOSAL_DAYS}::int group by 1)`;

export const answersByEnrolment = (practiceId: string) => sql`(select x.enrolment_id,
    jsonb_agg(jsonb_build_object('kind', x.kind, 'about', x.about, 'answeredOn', x.answered_on)) as facts
  from ${protocolProposalAnswer} x where x.practice_id = ${practiceId} group by 1)`;

export const swapsByEnrolment = (practiceId: string) => sql`(select x.enrolment_id,
    jsonb_agg(jsonb_build_object('exercise', x.exercise_key, 'askedOn', x.asked_on, 'answers', coalesce((
      select jsonb_agg(jsonb_build_object('decisionId', n.decision_id) order by n.answered_at, n.id)
      from ${swapAnswer} n where n.practice_id = x.practice_id and n.request_id = x.id), '[]'::jsonb)) order by x.asked_at) as facts
  from ${swapRequest} x where x.practice_id = ${practiceId} group by 1)`;

export const movesByEnrolment = (practiceId: string) => sql`(select x.enrolment_id,
    jsonb_agg(jsonb_build_object('fromVersionId', x.from_version_id, 'until', x.effective_on) order by x.moved_at) as facts
  from ${enrolmentMove} x where x.practice_id = ${practiceId} group by 1)`;
