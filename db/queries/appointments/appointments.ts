import { and, asc, desc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit, recordAudits } from "@/db/audit";
import { reachesBoth } from "@/db/couple-reach";
import { isCoveredBy } from "@/db/queries/absence/away";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { isGone } from "@/db/queries/clients/standing";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { appointment, appointmentStep, appointmentStepReason } from "@/db/schema/appointments";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { statusAfter } from "@/lib/appointments/appointment";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { authorize, can } from "@/lib/policy";
import { type Appointment, appointmentsWhere, asksToCosign, person, reachesAppointment } from "./appointment-rows";

export type Sessions = {
  /** What is planned, the next first; one that has begun and of which nobody has said how it went stands here too. */
  coming: Appointment[];
  /** What is over, the newest first. */
  past: Appointment[];
};

const parted = (all: Appointment[]): Sessions => ({
  coming: all.filter(({ kind }) => statusAfter(kind) === "planned"),
  past: all.filter(({ kind }) => statusAfter(kind) !== "planned").reverse(),
});

/** The sessions of one person, alone and as one of two whom the reader both reaches. Reading them is recorded. */
export async function getClientSessions(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<Sessions & { header: ClientHeader }> {
  const { header, all } = await atOnce({
    header: getClientHeader(scope, clientId),
    all: appointmentsWhere(
      scope,
      and(
        reachesAppointment(scope),
        or(
          eq(appointment.clientId, clientId),
          sql`${clientId}::uuid in (${couple.firstClientId}, ${couple.secondClientId})`,
        ),
      ),
    ),
  });
  await recordAudit(scope, "appointments.read", { id: clientId, clientId });
  return { header, ...parted(all) };
}

/** The sessions of two together. For the page of the couple, which says who may and records that it was read. */
export async function sessionsOfCouple(scope: Scope<StaffActor>, coupleId: string): Promise<Sessions> {
  return parted(await appointmentsWhere(scope, and(reachesAppointment(scope), eq(appointment.coupleId, coupleId))));
}

/** What stands in a span of somebody's own calendar, with that of colleagues for whom they stand in now. */
export async function getWeekSessions(
  scope: Scope<StaffActor>,
  { from, until }: { from: Date; until: Date },
): Promise<Appointment[]> {
  authorize(scope.actor, "appointments.keep");
  return appointmentsWhere(
    scope,
    and(
      reachesAppointment(scope),
      isInOwnCalendar(scope),
      gte(appointmentStep.startsAt, from),
      lt(appointmentStep.startsAt, until),
    ),
  );
}

const isInOwnCalendar = ({ actor, now }: Scope<StaffActor>) => {
  const whose = sql`coalesce(${couple.leadId}, ${person.therapistId})`;
  return or(sql`${whose} = ${actor.accountId}::uuid`, isCoveredBy(person.practiceId, whose, actor.accountId, now));
};

/** What asks somebody for an answer: wishes for another time, and sessions of which nobody has said how they went. */
export async function getOpenSessions(scope: Scope<StaffActor>): Promise<Appointment[]> {
  const { now } = scope;
  const planned = inArray(appointmentStep.kind, ["booked", "moved", "kept", "reopened"]);
  const all = await appointmentsWhere(scope, and(reachesAppointment(scope), isInOwnCalendar(scope), planned));
  return all.filter(({ wishes, startsAt }) => wishes.length > 0 || startsAt <= now);
}

/** Notes of whom one supervises that ask for a second signature. */
export async function getToCosign(scope: Scope<StaffActor>): Promise<Appointment[]> {
  if (!can(scope.actor, "notes.cosign")) return [];
  return appointmentsWhere(scope, and(reachesAppointment(scope), asksToCosign(scope)));
}

export type SessionPage = { one: Appointment; steps: AppointmentStepRecord[]; mayChange: boolean };

/** One session with everything that happened to it. Missing and out of reach are the same; reading it is recorded. */
export async function getSession(scope: Scope<StaffActor>, id: string): Promise<SessionPage> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const { found, steps, changeable } = await atOnce({
    found: appointmentsWhere(scope, and(reachesAppointment(scope), eq(appointment.id, id))),
    steps: stepsOf(scope, id),
    changeable: tx
      .select({ id: appointment.id })
      .from(appointment)
      .where(and(reachesAppointment(scope, "change"), eq(appointment.id, id))),
  });
  const [one] = found;
  if (!one) throw new NotFound();
  const who = [one.clientId, ...(one.secondId ? [one.secondId] : [])];
  await recordAudits(
    scope,
    "appointments.read",
    who.map((clientId) => ({ id: clientId, clientId })),
  );
  return { one, steps, mayChange: changeable.length > 0 };
}

const decider = alias(account, "d");

export type AppointmentStepRecord = Pick<
  Appointment,
  "ordinal" | "kind" | "startsAt" | "cause" | "reason" | "decidedAt" | "decidedBy"
>;

async function stepsOf({ actor, tx }: Scope<StaffActor>, id: string): Promise<AppointmentStepRecord[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: appointmentStep.id,
      ordinal: appointmentStep.ordinal,
      kind: appointmentStep.kind,
      startsAt: appointmentStep.startsAt,
      cause: appointmentStep.cause,
      decidedAt: appointmentStep.decidedAt,
      decidedBy: decider.name,
      reasonSealed: appointmentStep.reasonSealed,
    })
    .from(appointmentStep)
    .innerJoin(
      decider,
      and(eq(decider.practiceId, appointmentStep.practiceId), eq(decider.id, appointmentStep.decidedBy)),
    )
    .where(and(eq(appointmentStep.practiceId, practiceId), eq(appointmentStep.appointmentId, id)))
    .orderBy(desc(appointmentStep.ordinal));
  return rows.map(({ id: stepId, reasonSealed, ...step }) => ({
    ...step,
    reason: appointmentStepReason.readOrNull(reasonSealed, { practiceId, id: stepId }),
  }));
}

export type Bookable = { clients: { id: string; name: string }[]; couples: { id: string; names: [string, string] }[] };

/** With whom somebody may book: their own clients, and two together where both are theirs. */
export async function listBookable(scope: Scope<StaffActor>): Promise<Bookable> {
  const { tx, actor } = scope;
  authorize(actor, "appointments.keep");
  const clients = tx
    .select({ id: client.id, name: account.name })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(
      and(visibleClients(scope, "change"), sql`not ${isSetAsidePartner(account.passwordHash)}`, sql`not ${isGone}`),
    )
    .orderBy(asc(account.name), asc(client.recordNumber));
  const couples = tx
    .select({ id: couple.id, first: firstAccount.name, second: otherAccount.name })
    .from(couple)
    .innerJoin(first, and(eq(first.practiceId, couple.practiceId), eq(first.id, couple.firstClientId)))
    .innerJoin(firstAccount, and(eq(firstAccount.practiceId, first.practiceId), eq(firstAccount.id, first.accountId)))
    .innerJoin(other, and(eq(other.practiceId, couple.practiceId), eq(other.id, couple.secondClientId)))
    .innerJoin(otherAccount, and(eq(otherAccount.practiceId, other.practiceId), eq(otherAccount.id, other.accountId)))
    .where(and(reachesBoth(scope, "change"), isNull(couple.endedAt)))
    .orderBy(asc(firstAccount.name), asc(couple.id));
  const found = await atOnce({ clients, couples });
  return {
    clients: found.clients,
    couples: found.couples.map(({ id, ...names }) => ({ id, names: [names.first, names.second] })),
  };
}

const first = alias(client, "f");
const firstAccount = alias(account, "fa");
const other = alias(client, "o");
const otherAccount = alias(account, "oa");
