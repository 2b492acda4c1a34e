import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/actor";
import { type Cause, nextSteps, type StepKind, statusAfter } from "@/lib/appointments/appointment";
import type { MoveForm, StepForm } from "@/lib/appointments/appointment-forms";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localInstant } from "@/lib/time/zone";
import { recordAudits } from "../../audit";
import { appointmentStep, appointmentStepPlace, appointmentStepReason } from "../../schema/appointments";
import type { Scope } from "../../scope";
import { requireHere } from "../clients/require-here";
import { isTimeTaken, type LockedAppointment, lockAppointment, refuseOverlap } from "./lock-appointment";

type Step = { startsAt: Date; minutes: number; place: string | null; isListed: boolean };

/** Gives a session another time, length or place; whoever comes reads the new one at once. */
export async function moveAppointment(scope: Scope<StaffActor>, form: MoveForm): Promise<void> {
  authorize(scope.actor, "appointments.keep");
  const held = await lockAppointment(scope, form);
  requireNext(held, "moved", scope.now);
  const { minutes, place } = form;
  const startsAt = localInstant(form.date, form.time, scope.actor.zone);
  await requireAllHere(scope, held, startsAt);
  const { therapistId } = held;
  await refuseOverlap(scope, {
    ...{ id: form.appointmentId, therapistId, span: { startsAt, minutes }, again: form.again },
  });
  await addStep(scope, held, "moved", { startsAt, minutes, place, isListed: form.unlisted !== "yes" });
}

/** What became of a session, or of a wish to move it. When and where stay as they are. */
export async function takeAppointmentStep(scope: Scope<StaffActor>, form: StepForm): Promise<void> {
  const { actor, now } = scope;
  authorize(actor, "appointments.keep");
  const held = await lockAppointment(scope, form);
  requireNext(held, form.kind, now);
  const ofTwo = held.clientIds.length === 2;
  if (!ofTwo && (form.cause === "second" || form.cause === "both"))
    throw new Refused("Choose because of whom.", { cause: "Choose because of whom." });
  const { newest } = held;
  if (form.kind === "reopened") await requirePlace(scope, held);
  const place = appointmentStepPlace.readOrNull(newest.placeSealed, { practiceId: actor.practiceId, id: newest.id });
  await addStep(scope, held, form.kind, { ...newest, place }, form);
}

function requireNext(held: LockedAppointment, kind: StepKind, now: Date): void {
  const { newest, ...standing } = held;
  const may = nextSteps({ ...standing, kind: newest.kind, startsAt: newest.startsAt }, now);
  if (may.includes(kind)) return;
  if (standing.isOfEndedLink)
    throw new Refused("The link of these two has ended: their session can only be called off, or noted as it went.");
  throw new Refused(
    statusAfter(newest.kind) === "planned"
      ? "This session has not begun yet: it can be moved or called off."
      : "This session is over. Take it up again first, so that the record says both.",
  );
}

/** Nothing is planned with somebody whose time here is over. What was before can still be put right. */
async function requireAllHere(
  scope: Scope<StaffActor>,
  { clientIds }: LockedAppointment,
  startsAt: Date,
): Promise<void> {
  if (startsAt > scope.now) for (const clientId of clientIds) await requireHere(scope, clientId);
}

/** Taken up again it is planned at its old time, which may have been given to another one meanwhile. */
async function requirePlace(scope: Scope<StaffActor>, held: LockedAppointment): Promise<void> {
  const { newest, therapistId } = held;
  await requireAllHere(scope, held, newest.startsAt);
  if (
    newest.startsAt > scope.now &&
    (await isTimeTaken(scope, { id: newest.appointmentId, therapistId, span: newest }))
  )
    throw new Refused(
      "Another session stands at this time now. Move that one first, or book this one anew at another time.",
    );
}

async function addStep(
  scope: Scope<StaffActor>,
  { clientIds, newest }: LockedAppointment,
  kind: StepKind,
  { startsAt, minutes, place, isListed }: Step,
  why: { cause: Cause | null; reason: string | null } = { cause: null, reason: null },
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const { appointmentId } = newest;
  const id = randomUUID();
  await tx.insert(appointmentStep).values({
    ...{ practiceId, id, appointmentId, ordinal: newest.ordinal + 1, kind, startsAt, minutes, isListed },
    placeSealed: appointmentStepPlace.sealOrNull(place, { practiceId, id }),
    cause: why.cause,
    reasonSealed: appointmentStepReason.sealOrNull(why.reason, { practiceId, id }),
    ...{ decidedBy: actor.accountId, decidedAt: now },
  });
  await recordAudits(
    scope,
    `appointments.${kind}`,
    clientIds.map((clientId) => ({ id: appointmentId, clientId })),
  );
}
