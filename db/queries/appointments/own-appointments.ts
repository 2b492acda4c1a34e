import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { appointment, appointmentStep, appointmentStepPlace, appointmentWish } from "@/db/schema/appointments";
import { couple } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type StepKind, statusAfter } from "@/lib/appointments/appointment";
import { isNewestStep } from "./appointment-rows";

const wish = alias(appointmentWish, "w");

/**
 * A session as whoever comes to it reads it: never with whom else, never why it changed, and never what the other of two has
 * asked for.
 */
export type OwnSession = {
  id: string;
  startsAt: Date;
  minutes: number;
  place: string | null;
  isCalledOff: boolean;
  /** Their own wish for another time: it waits, or the time was left as it is. */
  wish: "waits" | "left" | null;
};

/** A condition on `appointment` with its newest step: of the person who asks, alone or as one of two, and on their pages. */
export const isOwnListed = ({ actor }: Scope<ClientActor>): SQL | undefined =>
  and(
    eq(appointment.practiceId, actor.practiceId),
    eq(appointmentStep.isListed, true),
    or(
      eq(appointment.clientId, actor.clientId),
      sql`${actor.clientId}::uuid in (${couple.firstClientId}, ${couple.secondClientId})`,
    ),
  );

/** More than this many are further ahead than anybody books. */
const most = 12;

/** What has not ended yet, the next first: planned, or called off since. What is over is nobody's business in a portal. */
export async function getOwnSessions(scope: Scope<ClientActor>): Promise<OwnSession[]> {
  const { actor, tx, now } = scope;
  const ownWish = (of: SQL) => qualified<boolean>`exists (select 1 from ${appointmentWish} ${wish}
    where ${wish.practiceId} = ${appointment.practiceId} and ${wish.appointmentId} = ${appointment.id}
      and ${wish.clientId} = ${actor.clientId}::uuid and ${wish.ordinal} = ${of})`;
  const rows = await tx
    .select({
      id: appointment.id,
      stepId: appointmentStep.id,
      kind: appointmentStep.kind,
      startsAt: appointmentStep.startsAt,
      minutes: appointmentStep.minutes,
      placeSealed: appointmentStep.placeSealed,
      isAsked: ownWish(sql`${appointmentStep.ordinal}`),
      wasAsked: ownWish(sql`${appointmentStep.ordinal} - 1`),
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .where(
      and(
        isOwnListed(scope),
        sql`${appointmentStep.startsAt} + ${appointmentStep.minutes} * interval '1 minute' > ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(appointmentStep.startsAt), asc(appointment.id))
    .limit(most);
  return rows
    .filter(({ kind }) => isShownAs(kind))
    .map(({ stepId, placeSealed, kind, isAsked, wasAsked, ...row }) => ({
      ...row,
      place: appointmentStepPlace.readOrNull(placeSealed, { practiceId: actor.practiceId, id: stepId }),
      isCalledOff: kind === "cancelled",
      wish: isAsked ? "waits" : wasAsked && kind === "kept" ? "left" : null,
    }));
}

export type NextSession = Pick<OwnSession, "startsAt" | "isCalledOff">;

/** For Today, which says no more than when: the first that is planned, or one called off that would be before it. */
export async function getNextSession(scope: Scope<ClientActor>): Promise<NextSession | null> {
  const [next] = await getOwnSessions(scope);
  return next ?? null;
}

/** Noted as held or missed before its time is over: then it is over. */
const isShownAs = (kind: StepKind): boolean => statusAfter(kind) === "planned" || kind === "cancelled";
