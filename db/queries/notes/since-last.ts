import { and, desc, eq, gt, isNotNull, lte, notInArray, sql } from "drizzle-orm";
import { hasArrived } from "@/db/queries/messages/arrived";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { connectionCheck } from "@/db/schema/connection";
import { distanceMove, exerciseAttempt } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";
import { enrolment, enrolmentDecision } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { versionOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { DistanceMove } from "@/lib/exercises/distance-moves";
import type { Happened } from "@/lib/notes/since-last";
import type { Change } from "@/lib/protocol/decision";
import { CHECK_INSTRUMENTS } from "@/lib/safety/check-instruments";

type Span = { from: Date; until: Date };

/** So many of a kind between two sessions at the most, the newest: two years of a check a day are fewer. */
const most = 1_000;

/**
 * What a client did, wrote and answered between two instants, and what was decided on their path: dated rows, and nothing of
 * safety. The caller has looked the client up in scope.
 */
export async function happenedTo(scope: Scope<StaffActor>, clientId: string, { from, until }: Span): Promise<Happened> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const { checks, attempts, moves, messages, assessments, decisions } = await atOnce({
    checks: tx
      .select({
        date: connectionCheck.localDate,
        score: connectionCheck.score,
        hasNote: isThere(connectionCheck.noteSealed),
      })
      .from(connectionCheck)
      .where(
        and(
          eq(connectionCheck.practiceId, practiceId),
          eq(connectionCheck.clientId, clientId),
          gt(connectionCheck.recordedAt, from),
          lte(connectionCheck.recordedAt, until),
        ),
      )
      .orderBy(desc(connectionCheck.recordedAt))
      .limit(most),
    attempts: tx
      .select({
        exercise: exerciseAttempt.exerciseKey,
        form: exerciseAttempt.form,
        date: exerciseAttempt.localDate,
        outcome: exerciseAttempt.outcome,
        skipReason: exerciseAttempt.skipReason,
        anxietyBefore: exerciseAttempt.anxietyBefore,
        anxietyAfter: exerciseAttempt.anxietyAfter,
        howItWent: exerciseAttempt.howItWent,
        hasWords: isThere(exerciseAttempt.reflectionSealed),
      })
      .from(exerciseAttempt)
      .where(
        and(
          eq(exerciseAttempt.practiceId, practiceId),
          eq(exerciseAttempt.clientId, clientId),
          gt(exerciseAttempt.recordedAt, from),
          lte(exerciseAttempt.recordedAt, until),
        ),
      )
      .orderBy(desc(exerciseAttempt.recordedAt), desc(exerciseAttempt.exerciseKey))
      .limit(most),
    moves: tx
      .select({ date: distanceMove.localDate, strategy: distanceMove.strategy })
      .from(distanceMove)
      .where(
        and(
          eq(distanceMove.practiceId, practiceId),
          eq(distanceMove.clientId, clientId),
          gt(distanceMove.recordedAt, from),
          lte(distanceMove.recordedAt, until),
        ),
      )
      .orderBy(desc(distanceMove.recordedAt))
      .limit(most),
    messages: tx
      .select({ sentAt: message.sentAt })
      .from(message)
      .innerJoin(
        client,
        and(
          eq(client.practiceId, message.practiceId),
          eq(client.id, message.clientId),
          eq(client.accountId, message.authorId),
        ),
      )
      .where(
        and(
          eq(message.practiceId, practiceId),
          eq(message.clientId, clientId),
          gt(message.sentAt, from),
          lte(message.sentAt, until),
          hasArrived(scope.now),
        ),
      )
      .orderBy(desc(message.sentAt))
      .limit(most),
    assessments: tx
      .select({ id: assessment.id, title: instrumentVersion.title, date: assessment.localDate })
      .from(assessment)
      .innerJoin(instrumentVersion, versionOfSitting)
      .where(
        and(
          eq(assessment.practiceId, practiceId),
          eq(assessment.clientId, clientId),
          isNotNull(assessment.submittedAt),
          isNotNull(assessment.localDate),
          gt(assessment.submittedAt, from),
          lte(assessment.submittedAt, until),
          notInArray(instrumentVersion.key, CHECK_INSTRUMENTS),
        ),
      )
      .orderBy(desc(assessment.submittedAt))
      .limit(most),
    decisions: tx
      .select({ id: enrolmentDecision.id, at: enrolmentDecision.decidedAt, change: enrolmentDecision.change })
      .from(enrolmentDecision)
      .innerJoin(
        enrolment,
        and(eq(enrolment.practiceId, enrolmentDecision.practiceId), eq(enrolment.id, enrolmentDecision.enrolmentId)),
      )
      .where(
        and(
          eq(enrolmentDecision.practiceId, practiceId),
          eq(enrolment.clientId, clientId),
          gt(enrolmentDecision.decidedAt, from),
          lte(enrolmentDecision.decidedAt, until),
        ),
      )
      .orderBy(desc(enrolmentDecision.decidedAt))
      .limit(most),
  });
  return {
    checks: checks.reverse(),
    attempts: attempts.reverse(),
    moves: moves.reverse().map(({ date, strategy }) => ({ date, move: strategy.replaceAll("_", "-") as DistanceMove })),
    messages: messages.reverse().map(({ sentAt }) => sentAt),
    assessments: assessments.reverse().map(({ date, ...row }) => ({ ...row, date: date ?? "" })),
    decisions: decisions.reverse().map(({ change, ...row }) => ({ ...row, change: change as Change })),
  };
}

const isThere = (column: typeof connectionCheck.noteSealed | typeof exerciseAttempt.reflectionSealed) =>
  sql<boolean>`${column} is not null`;
