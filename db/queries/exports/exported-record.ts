import { and, asc, eq, sql } from "drizzle-orm";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { consentOf } from "@/db/queries/clients/consent";
import { goalsOf } from "@/db/queries/goals/goals";
import type { EnrolmentPath } from "@/db/queries/protocol/enrolment";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { couple } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { endOf, statusAfter } from "@/lib/appointments/appointment";
import { atOnce } from "@/lib/at-once";
import type { ExportPart } from "@/lib/exports/choices";
import type { ExportedGoal, ExportedPath, ExportedRecord } from "@/lib/exports/record";
import { type Goal, isOpenAfter, newestStep } from "@/lib/goals/goal";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { type KeptRows, keptRows, openRows } from "./record-rows";

/** What of one client may leave as a file, with the parts that were chosen. `rows`: read before, by a worker. */
export async function getExportedRecord(
  scope: Scope<StaffActor>,
  clientId: string,
  parts: ReadonlySet<ExportPart>,
  rows?: KeptRows,
): Promise<ExportedRecord> {
  const header = await getClientHeader(scope, clientId);
  const today = localDate(scope.now, header.zone);
  const { kept, ...read } = await atOnce({
    kept: rows ?? keptRows(scope, clientId, parts),
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
    ...openRows(kept, scope.actor.practiceId),
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
