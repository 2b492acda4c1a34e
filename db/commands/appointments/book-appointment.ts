import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { reachesBoth } from "@/db/couple-reach";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import type { StaffActor } from "@/lib/actor";
import type { AppointmentSubject, BookForm } from "@/lib/appointments/appointment-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localInstant } from "@/lib/time/zone";
import { recordAudits } from "../../audit";
import { appointment, appointmentStep, appointmentStepPlace } from "../../schema/appointments";
import { client, couple } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { requireHere } from "../clients/require-here";
import { refuseOverlap } from "./lock-appointment";

/** Books a session, once per id, at a time by the clock of whoever books. One that was held already can be written down too. */
export async function bookAppointment(scope: Scope<StaffActor>, form: BookForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "appointments.keep");
  const { practiceId } = actor;
  const { clientIds, therapistId } = await lockSubject(scope, form.with);
  const startsAt = localInstant(form.date, form.time, actor.zone);
  const { id, minutes } = form;
  if (await isKnown(scope, form, startsAt)) return;
  if (startsAt > now) for (const clientId of clientIds) await requireHere(scope, clientId);
  await refuseOverlap(scope, { id, therapistId, span: { startsAt, minutes }, again: form.again });
  const subject = form.with.kind === "client" ? { clientId: form.with.id } : { coupleId: form.with.id };
  await tx.insert(appointment).values({ practiceId, id, ...subject, bookedBy: actor.accountId, bookedAt: now });
  const stepId = randomUUID();
  await tx.insert(appointmentStep).values({
    ...{ practiceId, id: stepId, appointmentId: id, ordinal: 1, kind: "booked", startsAt, minutes },
    placeSealed: appointmentStepPlace.sealOrNull(form.place, { practiceId, id: stepId }),
    ...{ isListed: form.unlisted !== "yes", decidedBy: actor.accountId, decidedAt: now },
  });
  await recordAudits(
    scope,
    "appointments.booked",
    clientIds.map((clientId) => ({ id, clientId })),
  );
}

/** The same form sent twice. Another under the same id is refused. */
async function isKnown({ actor, tx }: Scope<StaffActor>, form: BookForm, startsAt: Date): Promise<boolean> {
  const [before] = await tx
    .select({
      clientId: appointment.clientId,
      coupleId: appointment.coupleId,
      startsAt: appointmentStep.startsAt,
      minutes: appointmentStep.minutes,
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .where(and(eq(appointment.practiceId, actor.practiceId), eq(appointment.id, form.id)));
  if (!before) return false;
  const isSame =
    (before.clientId ?? before.coupleId) === form.with.id &&
    before.startsAt.getTime() === startsAt.getTime() &&
    before.minutes === form.minutes;
  if (!isSame) throw new Refused("This session was booked already, at another time. Open it to move it.");
  return true;
}

/** Whoever comes, held so that two bookings at once see one another. */
async function lockSubject(scope: Scope<StaffActor>, subject: AppointmentSubject) {
  const { tx } = scope;
  if (subject.kind === "client") {
    const [row] = await tx
      .select({ id: client.id, therapistId: client.therapistId })
      .from(client)
      .where(and(visibleClients(scope, "change"), eq(client.id, subject.id)))
      .for("no key update");
    if (!row) throw new NotFound();
    return { clientIds: [row.id], therapistId: row.therapistId };
  }
  const [row] = await tx
    .select({ first: couple.firstClientId, second: couple.secondClientId, therapistId: couple.leadId })
    .from(couple)
    .where(and(reachesBoth(scope, "change"), eq(couple.id, subject.id)))
    .for("no key update");
  if (!row) throw new NotFound();
  return { clientIds: [row.first, row.second], therapistId: row.therapistId };
}
