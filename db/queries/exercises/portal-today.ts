import { and, asc, desc, eq, isNull, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getOwnTransfer } from "@/db/queries/clients/transfers";
import { getBegunExercises } from "@/db/queries/drafts/begun-exercises";
import { leavingIsUnread } from "@/db/queries/identity/leave-keys";
import { getReadingMarks } from "@/db/queries/learn/reading-marks";
import { getOwnReadings } from "@/db/queries/learn/readings";
import { hasArrived } from "@/db/queries/messages/arrived";
import { planOf } from "@/db/queries/protocol/maintenance-plan";
import { type PathWords, wordsAboutPath } from "@/db/queries/protocol/path-words";
import { newestOwnReport } from "@/db/queries/reports/own-reports";
import { isOnPages } from "@/db/queries/safety/own-check";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { assessment, assessmentAnswer, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { connectionCheck } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";
import type { Scope } from "@/db/scope";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { ClientActor } from "@/lib/actor";
import { firstOpen } from "@/lib/assessments/first-open";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import type { LoggedAttempt } from "@/lib/exercises/attempt";
import type { Reading } from "@/lib/learn/reading";
import type { BegunExercise } from "@/lib/protocol/today";
import type { Help } from "@/lib/safety/region-contacts";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { type ExerciseGround, getExerciseGround } from "./exercise-access";
import { getOwnAttempts } from "./own-attempts";
import { type SwapNews, swapNews } from "./swap-news";

const answer = alias(assessmentAnswer, "an");
const attempt = alias(exerciseAttempt, "at");

export type OpenAssessment = {
  id: string;
  title: string;
  instrument: Instrument;
  dueOn: string | null;
  isStarted: boolean;
  /** The question at which it goes on. */
  open: ReturnType<typeof firstOpen>;
};

export type PortalToday = {
  ground: ExerciseGround;
  therapistName: string;
  reader: string;
  partnerName: string | null;
  assessments: OpenAssessment[];
  /** `isTemperature`: the number of an exercise, which is a check of its day. */
  lastCheck: { score: number; recordedAt: Date; isTemperature: boolean } | null;
  attempts: LoggedAttempt[];
  /** Guided pages that were left in the middle. */
  begunExercises: BegunExercise[];
  /** What the practice gives to read, and the keys of what was read. */
  readings: Reading[];
  read: string[];
  /** When the therapist last wrote. What they wrote stays folded in Messages. */
  reply: { sentAt: Date } | null;
  /** When a document was last sent. What it is stands on its page. */
  documentSentAt: Date | null;
  /** What the therapist wrote about changes of the path that are still news, newest first. */
  aboutPath: PathWords[];
  /** Wishes for another exercise that wait, and what came of those answered lately. */
  swaps: SwapNews[];
  hasPlan: boolean;
  leavingIsUnread: boolean;
  help: Help;
  /** Somebody else is there for them since a few days. */
  transfer: { from: string; to: string } | null;
};

/** Everything Today shows, in one snapshot. Own rows only: the actor is the filter. */
export async function getPortalToday(scope: Scope<ClientActor>): Promise<PortalToday> {
  const today = localDate(scope.now, scope.actor.zone);
  const { people, ground, ...own } = await atOnce({
    people: getOwnPeople(scope),
    ground: getExerciseGround(scope),
    assessments: openAssessments(scope, today),
    lastCheck: newestCheck(scope),
    attempts: getOwnAttempts(scope, addDays(today, -7)),
    begunExercises: getBegunExercises(scope),
    readings: getOwnReadings(scope),
    read: getReadingMarks(scope),
    leavingIsUnread: leavingIsUnread(scope),
    help: getOwnHelp(scope),
    transfer: getOwnTransfer(scope),
  });
  const { therapistId, ...names } = people;
  const { enrolment } = ground;
  const { plan, ...news } = await atOnce({
    reply: latestReply(scope, therapistId),
    documentSentAt: newestOwnReport(scope),
    aboutPath: enrolment && ground.standing ? wordsAboutPath(scope, enrolment, ground.standing.path) : [],
    swaps: swapNews(scope, ground),
    plan: enrolment && planOf(scope, enrolment.id),
  });
  return { ground, ...names, ...own, ...news, hasPlan: plan !== null };
}

async function newestCheck({ actor, tx }: Scope<ClientActor>): Promise<PortalToday["lastCheck"]> {
  const [newest] = await tx
    .select({
      score: connectionCheck.score,
      recordedAt: connectionCheck.recordedAt,
      isTemperature: qualified<boolean>`exists (select 1 from ${exerciseAttempt} ${attempt}
        where ${attempt.practiceId} = ${connectionCheck.practiceId} and ${attempt.id} = ${connectionCheck.id})`,
    })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, actor.clientId)))
    .orderBy(desc(connectionCheck.recordedAt))
    .limit(1);
  return newest ?? null;
}

/** Numbers as they are; of what is sealed only that it is there. */
const answersSoFar = qualified<
  Answer[]
>`coalesce((select jsonb_agg(jsonb_build_object('itemId', ${answer.itemId}, 'form', ${answer.form},
    'value', case when ${answer.valueSealed} is null then to_jsonb(${answer.value}) else '""'::jsonb end)) from ${assessmentAnswer} ${answer}
  where ${answer.practiceId} = ${assessment.practiceId} and ${answer.assessmentId} = ${assessment.id}), '[]'::jsonb)`;

async function openAssessments({ actor, tx, now }: Scope<ClientActor>, today: string): Promise<OpenAssessment[]> {
  const rows = await tx
    .select({
      id: assessment.id,
      title: instrumentVersion.title,
      instrument: instrumentRead,
      dueOn: assessment.dueOn,
      isStarted: sql<boolean>`${assessment.startedAt} is not null`,
      answers: answersSoFar,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, actor.clientId),
        isNull(assessmentWithdrawal.id),
        lte(assessment.opensOn, today),
        isOnPages(actor.zone, now),
      ),
    )
    .orderBy(asc(assessment.dueOn), asc(instrumentVersion.title), asc(assessment.occasion));
  return rows.map(({ answers, ...row }) => ({ ...row, open: firstOpen(row.instrument, answers) }));
}

async function latestReply({ actor, tx, now }: Scope<ClientActor>, therapistId: string) {
  const [latest] = await tx
    .select({ sentAt: message.sentAt })
    .from(message)
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, actor.clientId),
        eq(message.authorId, therapistId),
        hasArrived(now),
      ),
    )
    .orderBy(desc(message.sentAt))
    .limit(1);
  return latest ?? null;
}
