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
      clientId: appointment.clientId,
      coupleId: appointment.coupleId,
      first: couple.firstClientId,
      second: couple.secondClientId,
      endedAt: couple.endedAt,
      therapistId: sql<string>`coalesce(${couple.leadId}, ${person.therapistId})`,
    })
    .from(appointment)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .leftJoin(person, and(eq(person.practiceId, appointment.practiceId), eq(person.id, appointment.clientId)))
    .where(and(reachesAppointment(scope, "change"), eq(appointment.id, appointmentId)));
  if (!row) throw new NotFound();
  await lockSubject(scope, row);
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
    clientIds: [row.clientId, row.first, row.second].filter((id) => id !== null),
    therapistId: row.therapistId,
    isOfEndedLink: row.endedAt !== null,
    newest,
    isAskedToMove: asked !== undefined,
  };
}

/** Steps are only added: whoever comes is held instead, so that of two steps at once the second sees the first. */
async function lockSubject({ actor, tx }: Scope, of: { clientId: string | null; coupleId: string | null }) {
  const { practiceId } = actor;
  if (of.clientId)
    await tx
      .select({ id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, practiceId), eq(client.id, of.clientId)))
      .for("no key update");
  if (of.coupleId)
    await tx
      .select({ id: couple.id })
      .from(couple)
      .where(and(eq(couple.practiceId, practiceId), eq(couple.id, of.coupleId)))
      .for("no key update");
}

type Span = { startsAt: Date; minutes: number };

/** How far two sessions can begin apart and still overlap. */
const longestMinutes = 240;

/** Refuses a time at which the same therapist has another session planned, until the form is sent once more. */
export async function refuseOverlap(
  scope: Scope<StaffActor>,
  { id, therapistId, span, again }: { id: string; therapistId: string; span: Span; again: string | undefined },
): Promise<void> {
  if (again === "yes") return;
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
  if (other)
    throw new Refused(
      "Another session stands at this time. To keep both, save once more; nothing has been changed so far.",
      { again: "yes" },
    );
}
