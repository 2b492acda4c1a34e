import { and, asc, count, desc, eq, not, sql } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import { type KeptAnswer, keptAnswers, openAnswer } from "@/db/queries/assessments/answers";
import { assessment, assessmentAnswer, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import { attemptRating, distanceMove, exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import type { ExportPart } from "@/lib/exports/choices";
import type {
  ExportedAttempt,
  ExportedCheck,
  ExportedMove,
  ExportedRecord,
  ExportedSitting,
} from "@/lib/exports/record";

/** So many sittings have their answers read in one statement. */
const SITTINGS_AT_ONCE = 200;

type Read = Pick<Scope, "actor" | "tx">;

/** What of a record grows with the years, as it is kept: words are closed, so that a worker without keys can read it too. */
export type KeptRows = {
  checks: (Omit<ExportedCheck, "note"> & { noteSealed: string | null })[];
  /** Each names its instrument, which stands once for all of them. */
  sittings: (Omit<ExportedSitting, "answers" | "instrument"> & { instrument: string })[];
  instruments: Record<string, Instrument>;
  answers: KeptAnswer[];
  attempts: (Omit<ExportedAttempt, "reflection"> & { reflectionSealed: string | null })[];
  moves: ExportedMove[];
};

type Parts = ReadonlySet<ExportPart>;
const isAssessed = (parts: Parts) => parts.has("scores") || parts.has("answers");
const nothing = async () => undefined;

/** Rows of a client whom the caller has looked up in scope. Safety questions are not even read. `told`: after so many more. */
export async function keptRows(
  scope: Read,
  clientId: string,
  parts: Parts,
  told: (rows: number) => Promise<unknown> = nothing,
): Promise<KeptRows> {
  const { sittings: sat, ...read } = await atOnce({
    checks: parts.has("checks") ? checksOf(scope, clientId) : [],
    sittings: isAssessed(parts) ? sittingsOf(scope, clientId) : [],
    attempts: parts.has("practice") ? attemptsOf(scope, clientId) : [],
    moves: parts.has("moves") ? movesOf(scope, clientId) : [],
  });
  await told(read.checks.length + sat.length + read.attempts.length + read.moves.length);
  const instruments: Record<string, Instrument> = {};
  const sittings = sat.map(({ instrument, ...row }) => {
    const name = `${instrument.key} ${instrument.version}`;
    instruments[name] ??= instrument;
    return { ...row, instrument: name };
  });
  const sent = sittings.filter(({ submittedAt }) => submittedAt !== null).map(({ id }) => id);
  const answers: KeptAnswer[] = [];
  for (let at = 0; parts.has("answers") && at < sent.length; at += SITTINGS_AT_ONCE) {
    const some = await keptAnswers(scope, sent.slice(at, at + SITTINGS_AT_ONCE));
    answers.push(...some);
    await told(some.length);
  }
  const hasWords = parts.has("words");
  return {
    ...{ sittings, instruments, answers, moves: read.moves },
    checks: read.checks.map((check) => (hasWords ? check : { ...check, noteSealed: null })),
    attempts: read.attempts.map((attempt) => (hasWords ? attempt : { ...attempt, reflectionSealed: null })),
  };
}

/** How many rows that would be. */
export async function countRows({ actor, tx }: Read, clientId: string, parts: Parts): Promise<number> {
  const { practiceId } = actor;
  const counted = async (rows: PromiseLike<{ n: number }[]>) => (await rows)[0]?.n ?? 0;
  const of = (table: typeof connectionCheck | typeof exerciseAttempt | typeof distanceMove | typeof assessment) =>
    counted(
      tx
        .select({ n: count() })
        .from(table)
        .where(and(eq(table.practiceId, practiceId), eq(table.clientId, clientId))),
    );
  const { checks, sittings, answers, attempts, moves } = await atOnce({
    checks: parts.has("checks") ? of(connectionCheck) : 0,
    sittings: isAssessed(parts) ? of(assessment) : 0,
    answers: parts.has("answers")
      ? counted(
          tx
            .select({ n: count() })
            .from(assessmentAnswer)
            .innerJoin(
              assessment,
              and(
                eq(assessment.practiceId, assessmentAnswer.practiceId),
                eq(assessment.id, assessmentAnswer.assessmentId),
              ),
            )
            .where(and(eq(assessment.practiceId, practiceId), eq(assessment.clientId, clientId))),
        )
      : 0,
    attempts: parts.has("practice") ? of(exerciseAttempt) : 0,
    moves: parts.has("moves") ? of(distanceMove) : 0,
  });
  return checks + sittings + answers + attempts + moves;
}

/** The same rows with what is in them opened. */
export function openRows(
  { instruments, ...rows }: KeptRows,
  practiceId: string,
): Pick<ExportedRecord, "checks" | "sittings" | "attempts" | "moves"> {
  const answers = new Map<string, KeptAnswer[]>();
  for (const one of rows.answers) {
    const known = answers.get(one.assessmentId);
    if (known) known.push(one);
    else answers.set(one.assessmentId, [one]);
  }
  return {
    checks: rows.checks.map(({ noteSealed, ...check }) => ({
      ...check,
      note: connectionCheckNote.readOrNull(noteSealed, { practiceId, id: check.id }),
    })),
    sittings: rows.sittings.flatMap(({ instrument, ...sitting }) => {
      const known = instruments[instrument];
      const given = answers.get(sitting.id) ?? [];
      return known ? [{ ...sitting, instrument: known, answers: given.map((one) => openAnswer(practiceId, one)) }] : [];
    }),
    attempts: rows.attempts.map(({ reflectionSealed, ...attempt }) => ({
      ...attempt,
      reflection: exerciseAttemptReflection.readOrNull(reflectionSealed, { practiceId, id: attempt.id }),
    })),
    moves: rows.moves,
  };
}

async function checksOf({ actor, tx }: Read, clientId: string): Promise<KeptRows["checks"]> {
  const rows = await tx
    .select({
      id: connectionCheck.id,
      date: connectionCheck.localDate,
      recordedAt: connectionCheck.recordedAt,
      score: connectionCheck.score,
      noteSealed: connectionCheck.noteSealed,
    })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt), asc(connectionCheck.id));
  return rows.map(({ recordedAt, ...check }) => ({ ...check, recordedAt: recordedAt.toISOString() }));
}

async function sittingsOf({ actor, tx }: Read, clientId: string): Promise<Omit<ExportedSitting, "answers">[]> {
  const rows = await tx
    .select({
      id: assessment.id,
      instrument: instrumentRead,
      week: assessment.weekNumber,
      opensOn: assessment.opensOn,
      dueOn: assessment.dueOn,
      expiresOn: assessment.expiresOn,
      date: assessment.localDate,
      submittedAt: assessment.submittedAt,
      withdrawal: assessmentWithdrawal.kind,
      scores: scoresOf(assessment.practiceId, sql`${assessment.id}`),
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        not(sql`coalesce(${isSafety}, false)`),
      ),
    )
    .orderBy(asc(assessment.opensOn), asc(instrumentVersion.key), asc(assessment.id));
  return rows.map(({ submittedAt, ...row }) => ({ ...row, submittedAt: submittedAt?.toISOString() ?? null }));
}

async function attemptsOf({ actor, tx }: Read, clientId: string): Promise<KeptRows["attempts"]> {
  const rating = tx
    .select({ rating: attemptRating.rating })
    .from(attemptRating)
    .where(
      and(eq(attemptRating.practiceId, exerciseAttempt.practiceId), eq(attemptRating.attemptId, exerciseAttempt.id)),
    )
    .orderBy(desc(attemptRating.ratedAt), asc(attemptRating.id))
    .limit(1);
  return tx
    .select({
      id: exerciseAttempt.id,
      date: exerciseAttempt.localDate,
      exercise: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      outcome: exerciseAttempt.outcome,
      skipReason: exerciseAttempt.skipReason,
      anxietyBefore: exerciseAttempt.anxietyBefore,
      anxietyAfter: exerciseAttempt.anxietyAfter,
      howItWent: exerciseAttempt.howItWent,
      rating: sql<number | null>`(${rating})`,
      reflectionSealed: exerciseAttempt.reflectionSealed,
    })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.clientId, clientId)))
    .orderBy(asc(exerciseAttempt.recordedAt), asc(exerciseAttempt.id));
}

async function movesOf({ actor, tx }: Read, clientId: string): Promise<ExportedMove[]> {
  const rows = await tx
    .select({ id: distanceMove.id, date: distanceMove.localDate, strategy: distanceMove.strategy })
    .from(distanceMove)
    .where(and(eq(distanceMove.practiceId, actor.practiceId), eq(distanceMove.clientId, clientId)))
    .orderBy(asc(distanceMove.recordedAt), asc(distanceMove.id));
  return rows.map(({ strategy, ...row }) => ({ ...row, move: strategy.replaceAll("_", "-") }));
}
