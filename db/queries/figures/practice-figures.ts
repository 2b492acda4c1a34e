import { and, eq, gte, isNotNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { caseloadRow } from "@/db/schema/caseload";
import { clientStep } from "@/db/schema/client-life";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { enrolment, enrolmentDecision } from "@/db/schema/protocol";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import type { StepKind } from "@/lib/appointments/appointment";
import { atOnce } from "@/lib/at-once";
import type { Course } from "@/lib/figures/tallied-change";
import { authorize } from "@/lib/policy";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import {
  type ExerciseCompletion,
  exerciseCompletion,
  type InstrumentCompletion,
  instrumentCompletion,
  publishedProtocols,
} from "./completion";
import { counted, ofClient, stands } from "./counted-rows";
import { coursesOf } from "./courses";

const DAY = 86_400_000;
/** How far back each looks. */
export const figureDays = { sessions: 91, asked: 90, answeredWithin: 365 } as const;

/** One time through the weeks: when they began, and when somebody went before their end. */
export type PathStay = { begunOn: LocalDate; leftOn: LocalDate | null };

/** Whose clients stand where: before the weeks, in each phase of them, after. */
export type Holder = { name: string; before: number; phases: [number, number, number]; after: number };

export type PracticeFigures = {
  today: LocalDate;
  holders: Holder[];
  stays: PathStay[];
  /** Sessions of the last 13 weeks, by what became of them. */
  sessions: Partial<Record<StepKind, number>>;
  asked: { due: number; sent: number };
  /** Minutes from the opening of a safety event until somebody said that they are on it; null where nobody has. */
  answered: (number | null)[];
  courses: Course[];
  /** With what each is called, by name. */
  instruments: (InstrumentCompletion & { title: string })[];
  exercises: (ExerciseCompletion & { title: string })[];
};

/** The whole practice in figures, of everybody whose record the owner reads. Nobody is named. */
export async function getPracticeFigures(scope: Scope<StaffActor>): Promise<PracticeFigures> {
  authorize(scope.actor, "figures.read");
  const today = localDate(scope.now, scope.actor.zone);
  const { holders, stays, sessions, asked, answered, courses, instruments, ...completed } = await atOnce({
    holders: holdersOf(scope),
    stays: staysOf(scope),
    sessions: sessionsOf(scope),
    asked: askedOf(scope, today),
    answered: answeredOf(scope),
    courses: coursesOf(scope, today),
    byInstrument: instrumentCompletion(scope, today),
    byExercise: exerciseCompletion(scope, today),
    protocols: publishedProtocols(scope),
    instruments: scope.tx.select({ id: instrumentVersion.id, instrument: instrumentRead }).from(instrumentVersion),
  });
  const byId = new Map(instruments.map(({ id, instrument }) => [id, instrument]));
  const exercises = completed.protocols.flatMap(({ protocol }) => protocol.exercises);
  const named = (all: readonly { key: string; title: string }[], otherwise: string) => {
    const titles = new Map(all.map(({ key, title }) => [key, title]));
    return <T extends { key: string }>(rows: readonly T[]) =>
      rows
        .map((row) => ({ ...row, title: titles.get(row.key) ?? otherwise }))
        .sort((a, b) => a.title.localeCompare(b.title, "en"));
  };
  return {
    ...{ today, holders, stays, sessions, asked, answered },
    instruments: named([...byId.values()], "An earlier assessment")(completed.byInstrument),
    exercises: named(exercises, "An earlier exercise")(completed.byExercise),
    courses: courses.flatMap(({ versionId, sittings, first, newest }) => {
      const instrument = byId.get(versionId);
      const isScored = instrument && instrument.scales.length > 0 && instrument.sensitivity !== "safety";
      return isScored ? [{ instrument, sittings, first: first ?? {}, newest: newest ?? {} }] : [];
    }),
  };
}

/** As each client was last looked at, today at the latest. By name: nobody is ranked. */
async function holdersOf(scope: Scope<StaffActor>): Promise<Holder[]> {
  const { isBoth, isListed, stage, phase } = caseloadRow;
  const rows = await scope.tx
    .select({ id: account.id, name: account.name, stage, phase, count: sql<number>`count(*)::int` })
    .from(caseloadRow)
    .innerJoin(client, and(eq(client.practiceId, caseloadRow.practiceId), eq(client.id, caseloadRow.clientId)))
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.therapistId)))
    .where(and(counted(scope), eq(isListed, true), eq(isBoth, false)))
    .groupBy(account.id, account.name, stage, phase)
    .orderBy(account.name, account.id);
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const own = rows.filter((row) => row.id === id);
    const sum = (fits: (row: (typeof own)[number]) => boolean) =>
      own.filter(fits).reduce((all, { count }) => all + count, 0);
    const inPhase = (number: number) => sum((row) => row.stage === "during" && Math.max(1, row.phase) === number);
    return {
      name: own[0]?.name ?? "",
      before: sum((row) => row.stage === "starting"),
      phases: [inPhase(1), inPhase(2), inPhase(3)],
      after: sum((row) => row.stage === "after"),
    };
  });
}

const ending = alias(enrolmentDecision, "ending");
const undoing = alias(enrolmentDecision, "undoing");
const gone = alias(clientStep, "gone");
const back = alias(clientStep, "back");

/** The day of an early end that stands; null without one. */
const endedOn = qualified<LocalDate | null>`(select min(${ending.effectiveOn})::text from ${enrolmentDecision} ${ending}
  where ${ending.practiceId} = ${enrolment.practiceId} and ${ending.enrolmentId} = ${enrolment.id}
    and ${ending.change} ->> 'kind' = 'end' and not exists (select 1 from ${enrolmentDecision} ${undoing}
      where ${undoing.practiceId} = ${ending.practiceId} and ${undoing.undoesId} = ${ending.id}))`;

/** When they were discharged, after these weeks began and without coming back. */
const dischargedAt = qualified<string | null>`(select min(${gone.decidedAt}) from ${clientStep} ${gone}
  where ${gone.practiceId} = ${enrolment.practiceId} and ${gone.clientId} = ${enrolment.clientId} and ${gone.kind} = 'discharged'
    and ${gone.decidedAt} >= ${enrolment.begunOn} and not exists (select 1 from ${clientStep} ${back}
      where ${back.practiceId} = ${gone.practiceId} and ${back.clientId} = ${gone.clientId} and ${back.kind} = 'returned'
        and ${back.decidedAt} > ${gone.decidedAt}))`;

async function staysOf(scope: Scope<StaffActor>): Promise<PathStay[]> {
  const rows = await scope.tx
    .select({ begunOn: enrolment.begunOn, endedOn, dischargedAt })
    .from(enrolment)
    .innerJoin(client, and(eq(client.practiceId, enrolment.practiceId), eq(client.id, enrolment.clientId)))
    .where(and(counted(scope), isNotNull(enrolment.begunOn)));
  return rows.flatMap(({ begunOn, endedOn: ended, dischargedAt: left }) => {
    const days = [ended, left === null ? null : localDate(new Date(left), scope.actor.zone)].filter(
      (day) => day !== null,
    );
    return begunOn ? [{ begunOn, leftOn: days.sort()[0] ?? null }] : [];
  });
}

const newer = alias(appointmentStep, "newer");
const isNewest = qualified`not exists (select 1 from ${appointmentStep} ${newer} where ${newer.practiceId} = ${appointmentStep.practiceId}
  and ${newer.appointmentId} = ${appointmentStep.appointmentId} and ${newer.ordinal} > ${appointmentStep.ordinal})`;

/** A couple’s session is counted once, whoever of the two is whose. */
async function sessionsOf(scope: Scope<StaffActor>): Promise<PracticeFigures["sessions"]> {
  const { tx, now } = scope;
  const rows = await tx
    .select({ kind: appointmentStep.kind, count: sql<number>`count(*)::int` })
    .from(appointmentStep)
    .innerJoin(
      appointment,
      and(eq(appointment.practiceId, appointmentStep.practiceId), eq(appointment.id, appointmentStep.appointmentId)),
    )
    .leftJoin(client, and(eq(client.practiceId, appointment.practiceId), eq(client.id, appointment.clientId)))
    .where(
      and(
        isNewest,
        gte(appointmentStep.startsAt, new Date(now.getTime() - figureDays.sessions * DAY)),
        lte(appointmentStep.startsAt, now),
        or(isNotNull(appointment.coupleId), counted(scope)),
      ),
    )
    .groupBy(appointmentStep.kind);
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

async function askedOf(scope: Scope<StaffActor>, today: LocalDate): Promise<PracticeFigures["asked"]> {
  const [row] = await scope.tx
    .select({ due: sql<number>`count(*)::int`, sent: sql<number>`count(${assessment.submittedAt})::int` })
    .from(assessment)
    .innerJoin(client, ofClient)
    .where(
      and(
        counted(scope),
        stands,
        gte(assessment.dueOn, addDays(today, -figureDays.asked)),
        lte(assessment.dueOn, today),
      ),
    );
  return row ?? { due: 0, sent: 0 };
}

const taken = alias(safetyEventStep, "taken");
const takenAt = qualified<string | null>`(select min(${taken.takenAt}) from ${safetyEventStep} ${taken}
  where ${taken.practiceId} = ${safetyEvent.practiceId} and ${taken.eventId} = ${safetyEvent.id} and ${taken.kind} = 'acknowledged')`;

/** What a therapist opened of their own accord was known to somebody from the first minute. */
async function answeredOf(scope: Scope<StaffActor>): Promise<(number | null)[]> {
  const since = new Date(scope.now.getTime() - figureDays.answeredWithin * DAY);
  const rows = await scope.tx
    .select({ openedAt: safetyEvent.openedAt, takenAt })
    .from(safetyEvent)
    .innerJoin(client, and(eq(client.practiceId, safetyEvent.practiceId), eq(client.id, safetyEvent.clientId)))
    .where(and(counted(scope), gte(safetyEvent.openedAt, since), sql`${safetyEvent.source} <> 'therapist'`));
  return rows.map(({ openedAt, takenAt: at }) =>
    at === null ? null : Math.max(0, (new Date(at).getTime() - openedAt.getTime()) / 60_000),
  );
}
