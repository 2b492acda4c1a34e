import { and, asc, desc, eq, not, sql } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import { answersOfAll } from "@/db/queries/assessments/answers";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { consentOf } from "@/db/queries/clients/consent";
import { goalsOf } from "@/db/queries/goals/goals";
import type { EnrolmentPath } from "@/db/queries/protocol/enrolment";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { couple } from "@/db/schema/clients";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import { attemptRating, distanceMove, exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { endOf, statusAfter } from "@/lib/appointments/appointment";
import { atOnce } from "@/lib/at-once";
import type { ExportPart } from "@/lib/exports/choices";
import type {
  ExportedAttempt,
  ExportedCheck,
  ExportedGoal,
  ExportedMove,
  ExportedPath,
  ExportedRecord,
  ExportedSitting,
} from "@/lib/exports/record";
import { type Goal, isOpenAfter, newestStep } from "@/lib/goals/goal";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";

/** What of one client may leave as a file, with the parts that were chosen. Safety questions are not even read. */
export async function getExportedRecord(
  scope: Scope<StaffActor>,
  clientId: string,
  parts: ReadonlySet<ExportPart>,
): Promise<ExportedRecord> {
  const header = await getClientHeader(scope, clientId);
  const today = localDate(scope.now, header.zone);
  const hasWords = parts.has("words");
  const isAssessed = parts.has("scores") || parts.has("answers");
  const read = await atOnce({
    checks: parts.has("checks") ? checksOf(scope, clientId, hasWords) : [],
    sittings: isAssessed ? sittingsOf(scope, clientId, parts.has("answers")) : [],
    attempts: parts.has("practice") ? attemptsOf(scope, clientId, hasWords) : [],
    moves: parts.has("moves") ? movesOf(scope, clientId) : [],
    goals: parts.has("goals") ? goalsOf(scope, clientId) : [],
    sessions: parts.has("sessions") ? sessionsOf(scope, clientId) : [],
    consents: consentOf(scope, clientId),
  });
  return {
    clientId,
    recordNumber: header.recordNumber,
    name: parts.has("name") ? header.name : null,
    zone: header.zone,
    today,
    path: header.enrolment && pathOf(header.enrolment, today),
    exerciseTitles: Object.fromEntries(header.enrolment?.version.exercises.map(({ key, title }) => [key, title]) ?? []),
    ...read,
    goals: read.goals.map((goal) => exportedGoal(goal, header.zone)),
    sessions: read.sessions.map(({ startsAt, minutes, kind, id }) => ({
      ...{ id, minutes, status: statusAfter(kind), date: localDate(startsAt, header.zone) },
      ...{ startsAt: startsAt.toISOString(), endsAt: endOf({ startsAt, minutes }).toISOString() },
    })),
    hasAnswers: parts.has("answers"),
    consents: read.consents.map(({ decidedAt, ...one }) => ({ ...one, decidedAt: decidedAt.toISOString() })),
  };
}

function pathOf(source: EnrolmentPath, today: LocalDate): ExportedPath {
  const { path } = pathTodayOf(source, today);
  const weeks = path.weeks.filter(({ startsOn }) => startsOn <= today);
  return {
    id: source.id,
    protocol: source.version.title,
    startsOn: path.startsOn,
    endsOn: path.endsOn,
    isEnded: path.endsOn !== null && path.endsOn < today,
    pausedDays: new Set(weeks.flatMap(({ pausedDays }) => pausedDays)),
    weekOn: (day) =>
      path.endsOn !== null && day > path.endsOn
        ? null
        : (weeks.find(({ startsOn }) => startsOn <= day && day < addDays(startsOn, 7))?.number ?? null),
  };
}

function exportedGoal(goal: Goal, zone: string): ExportedGoal {
  const { words, measure, line, agreedOn, kind, at } = newestStep(goal);
  return {
    ...{ id: goal.id, words, measure, line, agreedOn, since: localDate(at, zone) },
    startedOn: goal.steps[0]?.agreedOn ?? agreedOn,
    standing: isOpenAfter(kind) ? "going-on" : kind === "met" ? "met" : "let-go",
  };
}

type Read = Scope<StaffActor>;

/** What stands in the portal, alone and with the partner, and with whom is not told: a file is read by whoever gets hold of it. */
const sessionsOf = ({ actor, tx }: Read, clientId: string) =>
  tx
    .select({
      ...{ id: appointment.id, kind: appointmentStep.kind },
      ...{ startsAt: appointmentStep.startsAt, minutes: appointmentStep.minutes },
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .where(
      and(
        eq(appointment.practiceId, actor.practiceId),
        eq(appointmentStep.isListed, true),
        sql`${clientId}::uuid in (${appointment.clientId}, ${couple.firstClientId}, ${couple.secondClientId})`,
      ),
    )
    .orderBy(asc(appointmentStep.startsAt), asc(appointment.id));

async function checksOf({ actor, tx }: Read, clientId: string, hasWords: boolean): Promise<ExportedCheck[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: connectionCheck.id,
      date: connectionCheck.localDate,
      recordedAt: connectionCheck.recordedAt,
      score: connectionCheck.score,
      noteSealed: connectionCheck.noteSealed,
    })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt), asc(connectionCheck.id));
  return rows.map(({ recordedAt, noteSealed, ...check }) => ({
    ...check,
    recordedAt: recordedAt.toISOString(),
    note: hasWords ? connectionCheckNote.readOrNull(noteSealed, { practiceId, id: check.id }) : null,
  }));
}

async function sittingsOf(scope: Read, clientId: string, hasAnswers: boolean): Promise<ExportedSitting[]> {
  const { actor, tx } = scope;
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
  const sent = rows.filter(({ submittedAt }) => submittedAt !== null).map(({ id }) => id);
  const answers = hasAnswers ? await answersOfAll(scope, sent) : new Map();
  return rows.map(({ submittedAt, ...row }) => ({
    ...row,
    submittedAt: submittedAt?.toISOString() ?? null,
    answers: answers.get(row.id) ?? [],
  }));
}

async function attemptsOf({ actor, tx }: Read, clientId: string, hasWords: boolean): Promise<ExportedAttempt[]> {
  const { practiceId } = actor;
  const rating = tx
    .select({ rating: attemptRating.rating })
    .from(attemptRating)
    .where(
      and(eq(attemptRating.practiceId, exerciseAttempt.practiceId), eq(attemptRating.attemptId, exerciseAttempt.id)),
    )
    .orderBy(desc(attemptRating.ratedAt), asc(attemptRating.id))
    .limit(1);
  const rows = await tx
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
    .where(and(eq(exerciseAttempt.practiceId, practiceId), eq(exerciseAttempt.clientId, clientId)))
    .orderBy(asc(exerciseAttempt.recordedAt), asc(exerciseAttempt.id));
  return rows.map(({ reflectionSealed, ...row }) => ({
    ...row,
    reflection: hasWords ? exerciseAttemptReflection.readOrNull(reflectionSealed, { practiceId, id: row.id }) : null,
  }));
}

async function movesOf({ actor, tx }: Read, clientId: string): Promise<ExportedMove[]> {
  const rows = await tx
    .select({ id: distanceMove.id, date: distanceMove.localDate, strategy: distanceMove.strategy })
    .from(distanceMove)
    .where(and(eq(distanceMove.practiceId, actor.practiceId), eq(distanceMove.clientId, clientId)))
    .orderBy(asc(distanceMove.recordedAt), asc(distanceMove.id));
  return rows.map(({ strategy, ...row }) => ({ ...row, move: strategy.replaceAll("_", "-") }));
}
