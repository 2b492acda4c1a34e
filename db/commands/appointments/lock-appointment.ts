import { and, desc, eq, gt, lt, ne, or, sql } from "drizzle-orm";
import { isNewestStep, person, reachesAppointment } from "@/db/queries/appointments/appointment-rows";
import { appointment, appointmentStep, appointmentWish } from "@/db/schema/appointments";
import { client, couple } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { endOf } from "@/lib/appointments/appointment";
import { NotFound, Refused } from "@/lib/errors";

export type LockedAppointment = {
  /** The one person, or both of a couple. */
  clientIds: string[];
  therapistId: string;
  isOfEndedLink: boolean;
  newest: typeof appointmentStep.$inferSelect;
  isAskedToMove: boolean;
};

/** A session that the caller may change, held until the transaction ends. What the page has not seen is said first. */
export async function lockAppointment(
  scope: Scope<StaffActor>,
  { appointmentId, seen }: { appointmentId: string; seen: number },
): Promise<LockedAppointment> {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      endedAt: couple.endedAt,
      therapistId: sql<string>`coalesce(${couple.leadId}, ${person.therapistId})`,
    })
    .from(appointment)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .leftJoin(person, and(eq(person.practiceId, appointment.practiceId), eq(person.id, appointment.clientId)))
    .where(and(reachesAppointment(scope, "change"), eq(appointment.id, appointmentId)));
  if (!row) throw new NotFound();
  const clientIds = await lockWhoCame(scope, appointmentId);
  const own = and(eq(appointmentStep.practiceId, actor.practiceId), eq(appointmentStep.appointmentId, appointmentId));
  const [newest] = await tx.select().from(appointmentStep).where(own).orderBy(desc(appointmentStep.ordinal)).limit(1);
  if (!newest) throw new NotFound();
  if (newest.ordinal !== seen)
    throw new Refused("Something has changed about this session since you opened this page. Look at it again first.");
  const [asked] = await tx
    .select({ id: appointmentWish.id })
    .from(appointmentWish)
    .where(
      and(
        eq(appointmentWish.practiceId, actor.practiceId),
        eq(appointmentWish.appointmentId, appointmentId),
        eq(appointmentWish.ordinal, newest.ordinal),
      ),
    )
    .limit(1);
  return {
    clientIds,
    therapistId: row.therapistId,
    isOfEndedLink: row.endedAt !== null,
    newest,
    isAskedToMove: asked !== undefined,
  };
}

/**
 * Steps and notes are only added: whoever comes is held instead, so that of two at once the second sees the first. Gives their
 * ids. The caller has looked the session up in scope.
 */
export async function lockWhoCame({ actor, tx }: Scope<StaffActor>, appointmentId: string): Promise<string[]> {
  const { practiceId } = actor;
  const of = and(eq(appointment.practiceId, practiceId), eq(appointment.id, appointmentId));
  const one = await tx
    .select({ id: client.id })
    .from(client)
    .innerJoin(appointment, and(eq(appointment.practiceId, client.practiceId), eq(appointment.clientId, client.id)))
    .where(of)
    .for("no key update", { of: client });
  const two = await tx
    .select({ first: couple.firstClientId, second: couple.secondClientId })
    .from(couple)
    .innerJoin(appointment, and(eq(appointment.practiceId, couple.practiceId), eq(appointment.coupleId, couple.id)))
    .where(of)
    .for("no key update", { of: couple });
  return [...one.map(({ id }) => id), ...two.flatMap(({ first, second }) => [first, second])];
}

type Span = { startsAt: Date; minutes: number };

/** How far two sessions can begin apart and still overlap. */
const longestMinutes = 240;

type Place = { id: string; therapistId: string; span: Span };

/** Refuses a time at which the same therapist has another session planned, until the form is sent once more. */
export async function refuseOverlap(
  scope: Scope<StaffActor>,
  { again, ...place }: Place & { again: string | undefined },
): Promise<void> {
  if (again === "yes" || !(await isTimeTaken(scope, place))) return;
  throw new Refused(
    "Another session stands at this time. To keep both, save once more; nothing has been changed so far.",
    { again: "yes" },
  );
}

/** Whether the same therapist has another session planned at this time. */
export async function isTimeTaken(scope: Scope<StaffActor>, { id, therapistId, span }: Place): Promise<boolean> {
  const { actor, tx } = scope;
  const { startsAt } = span;
  const [other] = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .leftJoin(person, and(eq(person.practiceId, appointment.practiceId), eq(person.id, appointment.clientId)))
    .where(
      and(
        eq(appointment.practiceId, actor.practiceId),
        ne(appointment.id, id),
        sql`coalesce(${couple.leadId}, ${person.therapistId}) = ${therapistId}::uuid`,
        or(...(["booked", "moved", "kept", "reopened"] as const).map((kind) => eq(appointmentStep.kind, kind))),
        gt(appointmentStep.startsAt, new Date(startsAt.getTime() - longestMinutes * 60_000)),
        lt(appointmentStep.startsAt, endOf(span)),
        sql`${appointmentStep.startsAt} + ${appointmentStep.minutes} * interval '1 minute' > ${startsAt.toISOString()}::timestamptz`,
      ),
    )
    .limit(1);
  return other !== undefined;
}
