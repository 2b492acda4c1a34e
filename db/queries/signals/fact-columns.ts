import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { noCheck, ownSittings, sitting, version } from "@/db/queries/assessments/own-sittings";
import { hasArrivedIn } from "@/db/queries/messages/arrived";
import { isUnreadWords } from "@/db/queries/safety/unread-check-words";
import { assessmentScore } from "@/db/schema/assessments";
import { checkAnswer, checkSitting } from "@/db/schema/check-sitting";
import { client, consent } from "@/db/schema/clients";
import { attemptSeen, exerciseAttempt } from "@/db/schema/exercises";
import { oneTimeLink } from "@/db/schema/identity";
import { message } from "@/db/schema/messages";
import { outboxLetter } from "@/db/schema/outbox";
import { enrolment, enrolmentDecision, enrolmentMove, protocolProposalAnswer } from "@/db/schema/protocol";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import { pathHold } from "@/db/schema/safety-check";
import { signalAnswer } from "@/db/schema/signals";
import { swapAnswer, swapRequest } from "@/db/schema/swap-requests";
import { PROPOSAL_DAYS } from "@/lib/signals/open-proposals";
import type { LastActs } from "@/lib/signals/settle";
import type {
  AttemptRecord,
  EventRecord,
  InvitationRecord,
  LetterRecord,
  MessagesRecord,
  MoveRecord,
  OverdueRecord,
  ReflectionsRecord,
  SittingRecord,
  SwapRecord,
} from "./fact-records";

const score = alias(assessmentScore, "sc");
const letter = alias(outboxLetter, "o");
const again = alias(outboxLetter, "again");
const attempt = alias(exerciseAttempt, "x");
const seen = alias(attemptSeen, "s");
const event = alias(safetyEvent, "x");
const step = alias(safetyEventStep, "s");
const laterStep = alias(safetyEventStep, "l");
const answer = alias(protocolProposalAnswer, "x");
const decided = alias(enrolmentDecision, "x");
const noted = alias(signalAnswer, "x");
const request = alias(swapRequest, "x");
const given = alias(swapAnswer, "n");
const move = alias(enrolmentMove, "x");
const hold = alias(pathHold, "x");
const written = alias(message, "x");
const link = alias(oneTimeLink, "x");
const agreed = alias(consent, "x");

// Columns of a statement about `client`, left joined to its enrolment: each is an index look-up for the one client.

export const today = (now: Date) => sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;

const listed = <T>(facts: SQL) => sql<T[]>`coalesce(${facts}, '[]'::jsonb)`;

/** Sittings that were due before today and can still be answered. `reminders` counts the letters about each that went out. */
export const overdueOf = (now: Date) =>
  listed<OverdueRecord>(qualified`(select jsonb_agg(jsonb_build_object('id', ${sitting.id}, 'title', ${version.title}, 'dueOn', ${sitting.dueOn}, 'reminders', (
      select count(*) from ${outboxLetter} ${letter} where ${letter.practiceId} = ${sitting.practiceId} and ${letter.accountId} = ${client.accountId}
        and ${letter.sentAt} is not null and ${letter.aboutId} = ${sitting.id} and ${letter.aboutKind} in ('due', 'overdue', 'asked-again'))) order by ${sitting.dueOn}, ${version.key}, ${sitting.id})
    ${ownSittings} and ${sitting.submittedAt} is null and ${sitting.dueOn} < ${today(now)} and coalesce(${sitting.expiresOn} >= ${today(now)}, true))`);

/** Sittings that nobody has marked as read. */
export const toReview = listed<{ id: string; title: string; answeredAt: string }>(
  qualified`(select jsonb_agg(jsonb_build_object('id', ${sitting.id}, 'title', ${version.title}, 'answeredAt', ${sitting.submittedAt}) order by ${sitting.submittedAt}, ${version.key}, ${sitting.id})
    ${ownSittings} and ${sitting.submittedAt} is not null and ${sitting.reviewedAt} is null and ${version.definition} ->> 'sensitivity' is distinct from 'safety')`,
);

/** Of each assessment the first sitting of every version and the last two, with their scores. */
export const comparedSittings = listed<SittingRecord>(
  qualified`(select jsonb_agg(jsonb_build_object('id', r.id, 'versionId', r.version_id, 'key', r.key, 'at', r.at, 'scores', coalesce((
      select jsonb_agg(jsonb_build_object('scale', ${score.scaleKey}, 'form', ${score.form}, 'score', ${score.score}, 'status', ${score.status}))
      from ${assessmentScore} ${score} where ${score.practiceId} = ${client.practiceId} and ${score.assessmentId} = r.id), '[]'::jsonb)) order by r.at, r.key, r.id)
    from (select ${sitting.id}, ${sitting.instrumentVersionId} as version_id, ${version.key} as key, ${sitting.submittedAt} as at,
        row_number() over (partition by ${version.key}, ${sitting.instrumentVersionId} order by ${sitting.submittedAt}, ${sitting.id}) as first,
        row_number() over (partition by ${version.key} order by ${sitting.submittedAt} desc, ${sitting.id}) as last
      ${ownSittings} and ${sitting.submittedAt} is not null and ${noCheck}) r
    where r.first = 1 or r.last <= 2)`,
);

const arrived = qualified`from ${message} ${written} where ${written.practiceId} = ${client.practiceId} and ${written.clientId} = ${client.id}`;
export const unreadMessages = (now: Date) =>
  qualified<MessagesRecord | null>`(select jsonb_build_object('count', count(*), 'since', min(${written.sentAt}), 'newestAt', max(${written.sentAt}))
    ${arrived} and ${written.authorId} = ${client.accountId} and ${written.readAt} is null and ${hasArrivedIn(written, now)} having count(*) > 0)`;
/** When a message that can still be taken back was sent. */
export const messageOnItsWay = (now: Date) =>
  qualified<
    string | null
  >`(select max(${written.sentAt}) ${arrived} and ${written.takenBackAt} is null and not ${hasArrivedIn(written, now)})`;

export const unreadReflections = qualified<ReflectionsRecord | null>`(select jsonb_build_object('count', count(*), 'newestAt', max(${attempt.recordedAt}))
  from ${exerciseAttempt} ${attempt} where ${attempt.practiceId} = ${client.practiceId} and ${attempt.clientId} = ${client.id} and ${attempt.reflectionSealed} is not null
    and not exists (select 1 from ${attemptSeen} ${seen} where ${seen.practiceId} = ${attempt.practiceId} and ${seen.attemptId} = ${attempt.id}) having count(*) > 0)`;

export const hasUnreadWords = qualified<boolean>`exists (select 1 from ${checkAnswer} join ${checkSitting}
  on ${checkSitting.practiceId} = ${checkAnswer.practiceId} and ${checkSitting.id} = ${checkAnswer.sittingId}
  where ${checkSitting.practiceId} = ${client.practiceId} and ${checkSitting.clientId} = ${client.id} and ${isUnreadWords})`;

export const openEvents = listed<EventRecord>(
  qualified`(select jsonb_agg(jsonb_build_object('id', ${event.id}, 'source', ${event.source}, 'openedAt', ${event.openedAt}, 'acknowledged', exists (
      select 1 from ${safetyEventStep} ${step} where ${step.practiceId} = ${event.practiceId} and ${step.eventId} = ${event.id} and ${step.kind} = 'acknowledged'
        and not exists (select 1 from ${safetyEventStep} ${laterStep} where ${laterStep.practiceId} = ${step.practiceId} and ${laterStep.eventId} = ${step.eventId}
          and ${laterStep.kind} = 'escalated' and ${laterStep.takenAt} > ${step.takenAt}))))
    from ${safetyEvent} ${event} where ${event.practiceId} = ${client.practiceId} and ${event.clientId} = ${client.id} and not exists (
      select 1 from ${safetyEventStep} ${step} where ${step.practiceId} = ${event.practiceId} and ${step.eventId} = ${event.id} and ${step.kind} = 'closed'))`,
);

export const recentAttempts = (now: Date) =>
  listed<AttemptRecord>(qualified`(select jsonb_agg(jsonb_build_object('exercise', ${attempt.exerciseKey}, 'date', ${attempt.localDate}, 'loggedAt', ${attempt.recordedAt},
      'outcome', ${attempt.outcome}, 'anxietyBefore', ${attempt.anxietyBefore}, 'anxietyAfter', ${attempt.anxietyAfter}) order by ${attempt.recordedAt}, ${attempt.exerciseKey}, ${attempt.localDate}, ${attempt.id})
    from ${exerciseAttempt} ${attempt} where ${attempt.practiceId} = ${client.practiceId} and ${attempt.clientId} = ${client.id}
      and ${attempt.localDate} > ${today(now)} - ${PROPOSAL_DAYS}::int)`);

export const proposalAnswers = listed<{ kind: "go-gentler" | "next-phase"; about: string; answeredOn: string }>(
  qualified`(select jsonb_agg(jsonb_build_object('kind', ${answer.kind}, 'about', ${answer.about}, 'answeredOn', ${answer.answeredOn}))
    from ${protocolProposalAnswer} ${answer} where ${answer.practiceId} = ${client.practiceId} and ${answer.enrolmentId} = ${enrolment.id})`,
);

export const swapRequests = listed<SwapRecord>(
  qualified`(select jsonb_agg(jsonb_build_object('exercise', ${request.exerciseKey}, 'askedOn', ${request.askedOn}, 'answers', coalesce((
      select jsonb_agg(jsonb_build_object('decisionId', ${given.decisionId}) order by ${given.answeredAt}, ${given.id})
      from ${swapAnswer} ${given} where ${given.practiceId} = ${request.practiceId} and ${given.requestId} = ${request.id}), '[]'::jsonb)) order by ${request.askedAt}, ${request.exerciseKey})
    from ${swapRequest} ${request} where ${request.practiceId} = ${client.practiceId} and ${request.enrolmentId} = ${enrolment.id})`,
);

export const versionMoves = listed<MoveRecord>(
  qualified`(select jsonb_agg(jsonb_build_object('fromVersionId', ${move.fromVersionId}, 'until', ${move.effectiveOn}) order by ${move.movedAt})
    from ${enrolmentMove} ${move} where ${move.practiceId} = ${client.practiceId} and ${move.enrolmentId} = ${enrolment.id})`,
);

export const safetyHolds = listed<{ from: string; until: string | null }>(
  qualified`(select jsonb_agg(jsonb_build_object('from', ${hold.heldFrom}, 'until', ${hold.heldUntil}))
    from ${pathHold} ${hold} where ${hold.practiceId} = ${client.practiceId} and ${hold.clientId} = ${client.id})`,
);

export const newestConsent = qualified<{ decision: "agreed" | "withdrawn"; at: string } | null>`(
  select jsonb_build_object('decision', ${agreed.decision}, 'at', ${agreed.decidedAt}) from ${consent} ${agreed}
  where ${agreed.practiceId} = ${client.practiceId} and ${agreed.clientId} = ${client.id} order by ${agreed.decidedAt} desc limit 1)`;

/** The newest invitation: used, it is none that waits. */
export const invitationOf = qualified<InvitationRecord | null>`(
  select jsonb_build_object('madeAt', ${link.createdAt}, 'endsAt', ${link.endsAt}) from ${oneTimeLink} ${link}
  where ${link.practiceId} = ${client.practiceId} and ${link.accountId} = ${client.accountId} and ${link.purpose} = 'invitation'
    and ${link.usedAt} is null and ${link.withdrawnAt} is null order by ${link.createdAt} desc limit 1)`;

/** Letters of the last month that nobody vouches for, and those on their way; none that was sent again since. */
export const lettersNotVouchedFor = (now: Date, days: number) =>
  listed<LetterRecord>(qualified`(select jsonb_agg(jsonb_build_object('createdAt', ${letter.createdAt}, 'tries', ${letter.tries}, 'claimEndsAt', ${letter.claimEndsAt},
      'handedOverAt', ${letter.handedOverAt}, 'setAsideAt', ${letter.setAsideAt}, 'bouncedAt', ${letter.bouncedAt}))
    from ${outboxLetter} ${letter} where ${letter.practiceId} = ${client.practiceId} and ${letter.accountId} = ${client.accountId} and (${letter.sentAt} is null or ${letter.bouncedAt} is not null)
      and ${letter.createdAt} > ${new Date(now.getTime() - days * 86_400_000).toISOString()}::timestamptz
      and (${letter.setAsideAt} is null or ${letter.handedOverAt} is not null or ${letter.bouncedAt} is not null)
      and ${letter.aboutKind} not in ('password-link', 'sign-in-link', 'check-hour', 'exercise-hour')
      and not exists (select 1 from ${outboxLetter} ${again} where ${again.practiceId} = ${letter.practiceId} and ${again.accountId} = ${letter.accountId}
        and ${again.aboutKind} = 'again' and ${again.aboutId} = ${letter.id}))`);

/** When staff last did what answers a signal: a word to the client, a reminder, a decision, an invitation. */
export const lastActs = qualified<{ [act in keyof LastActs]: string | null }>`jsonb_build_object(
  'message', (select max(${written.sentAt}) ${arrived} and ${written.authorId} <> ${client.accountId} and ${written.takenBackAt} is null
    and not ${written.isToSeveral}),
  'several', (select max(${written.sentAt}) ${arrived} and ${written.authorId} <> ${client.accountId} and ${written.takenBackAt} is null
    and ${written.isToSeveral}),
  'reminder', (select max(${letter.createdAt}) from ${outboxLetter} ${letter} where ${letter.practiceId} = ${client.practiceId}
    and ${letter.accountId} = ${client.accountId} and ${letter.aboutKind} = 'asked-again'),
  'invitation', (select max(${link.createdAt}) from ${oneTimeLink} ${link} where ${link.practiceId} = ${client.practiceId}
    and ${link.accountId} = ${client.accountId} and ${link.purpose} = 'invitation'),
  'decision', greatest(
    (select max(${decided.decidedAt}) from ${enrolmentDecision} ${decided} where ${decided.practiceId} = ${client.practiceId} and ${decided.enrolmentId} = ${enrolment.id}),
    (select max(${answer.answeredAt}) from ${protocolProposalAnswer} ${answer} where ${answer.practiceId} = ${client.practiceId} and ${answer.enrolmentId} = ${enrolment.id}),
    (select max(${noted.answeredAt}) from ${signalAnswer} ${noted} where ${noted.practiceId} = ${client.practiceId} and ${noted.clientId} = ${client.id})))`;
