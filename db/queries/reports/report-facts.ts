import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { measuresNow } from "@/db/queries/assessments/assessment-result";
import { formsJudgedByOwnData } from "@/db/queries/assessments/instruments";
import { estimateScales } from "@/db/queries/assessments/own-reliability";
import {
  type ClientHeader,
  type ClientOverview,
  type DimensionSitting,
  dimensionSittings,
  getClientHeader,
} from "@/db/queries/clients/client-overview";
import { goalsOf } from "@/db/queries/goals/goals";
import { practiceLettersOf } from "@/db/queries/letters/practice-letters";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { connectionCheck } from "@/db/schema/connection";
import { attemptRating, exerciseAttempt } from "@/db/schema/exercises";
import { practice } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { instrumentShape } from "@/lib/assessments/instrument-shape";
import { atOnce } from "@/lib/at-once";
import type { AttemptOutcome } from "@/lib/exercises/attempt";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import type { Goal } from "@/lib/goals/goal";
import type { ReportedResponse } from "@/lib/reports/assessment-lines";

const rated = alias(attemptRating, "t");

export type ReportedAttempt = {
  exercise: string;
  form: ExerciseForm;
  date: string;
  outcome: AttemptOutcome;
  howItWent: number | null;
  rating: number | null;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
};

/**
 * All that a report can hold. There is no field for a gate, an event, a check of safety, a move, a note or a word that the
 * client wrote, so that none can come into one.
 */
export type ReportFacts = {
  header: ClientHeader;
  practice: { name: string; replyTo: string | null };
  checks: { date: string; recordedAt: Date; score: number }[];
  sittings: DimensionSitting[];
  estimates: ClientOverview["estimates"];
  attempts: ReportedAttempt[];
  /** Oldest first. */
  responses: ReportedResponse[];
  goals: Goal[];
};

/** Reads it for a client within reach; that it was read is recorded. */
export async function getReportFacts(scope: Scope<StaffActor>, clientId: string): Promise<ReportFacts> {
  const { actor, tx } = scope;
  const header = await getClientHeader(scope, clientId);
  const { home, letters, ownData, ...read } = await atOnce({
    home: tx.select({ name: practice.name }).from(practice).where(eq(practice.practiceId, actor.practiceId)),
    letters: practiceLettersOf(scope),
    ownData: formsJudgedByOwnData(scope),
    checks: tx
      .select({
        date: connectionCheck.localDate,
        recordedAt: connectionCheck.recordedAt,
        score: connectionCheck.score,
      })
      .from(connectionCheck)
      .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, clientId)))
      .orderBy(asc(connectionCheck.recordedAt)),
    sittings: dimensionSittings(scope, clientId),
    attempts: attemptsOf(scope, clientId),
    responses: responsesOf(scope, clientId),
    goals: goalsOf(scope, clientId),
  });
  const latest = read.sittings.at(-1);
  const estimates: ReportFacts["estimates"] =
    latest && ownData.has(latest.instrument.key)
      ? await estimateScales(scope, latest.instrument.key, latest.instrument)
      : new Map();
  await recordAudit(scope, "reports.content-read", { id: clientId, clientId });
  return { header, practice: { name: home[0]?.name ?? "", replyTo: letters.replyTo }, estimates, ...read };
}

const attemptsOf = ({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<ReportedAttempt[]> =>
  tx
    .select({
      exercise: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      date: exerciseAttempt.localDate,
      outcome: exerciseAttempt.outcome,
      howItWent: exerciseAttempt.howItWent,
      rating: qualified<number | null>`(select ${rated.rating} from ${attemptRating} ${rated}
        where ${rated.practiceId} = ${exerciseAttempt.practiceId} and ${rated.attemptId} = ${exerciseAttempt.id}
        order by ${rated.ratedAt} desc, ${rated.id} limit 1)`,
      anxietyBefore: exerciseAttempt.anxietyBefore,
      anxietyAfter: exerciseAttempt.anxietyAfter,
    })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.clientId, clientId)))
    .orderBy(asc(exerciseAttempt.localDate), asc(exerciseAttempt.recordedAt), asc(exerciseAttempt.exerciseKey));

/** Scores alone, and never those of a safety screen: its answers are read one by one and leave by no report. */
async function responsesOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<ReportedResponse[]> {
  const rows = await tx
    .select({
      id: assessment.id,
      date: assessment.localDate,
      submittedAt: assessment.submittedAt,
      instrument: instrumentRead,
      measures: measuresNow,
      scores: scoresOf(assessment.practiceId, sql`${assessment.id}`),
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        isNotNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
        sql`not coalesce(${isSafety}, false)`,
      ),
    )
    .orderBy(asc(assessment.submittedAt), asc(assessment.occasion), asc(assessment.id));
  return rows.flatMap(({ submittedAt, date, measures, ...row }) =>
    submittedAt && date
      ? [{ ...row, date, submittedAt, measures: instrumentShape.shape.measures.parse(measures ?? undefined) }]
      : [],
  );
}

/** The same for the preview of a report that nobody signed; that it was looked at is recorded. */
export async function previewReport(
  scope: Scope<StaffActor>,
  { id, clientId }: { id: string; clientId: string },
): Promise<ReportFacts> {
  const facts = await getReportFacts(scope, clientId);
  await recordAudit(scope, "reports.previewed", { id, clientId });
  return facts;
}
