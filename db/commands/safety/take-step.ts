import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { escalationPeopleOf } from "@/db/queries/safety/escalation-order";
import { asRule, eventsWhere } from "@/db/queries/safety/safety-events";
import type { Actor, StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { type EscalationLevel, type EventStep, stepFault } from "@/lib/safety/events";
import { recordAudit } from "../../audit";
import { safetyEvent, safetyEventStep, safetyEventStepNote } from "../../schema/safety";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { queueOutside } from "../letters/queue-outside";
import { lockClient } from "./lock-client";

/** Whoever reads the client may say that they are on it: the therapist, the supervisor who was asked, the owner. */
export async function acknowledgeEvent(scope: Scope<StaffActor>, { eventId }: { eventId: string }): Promise<void> {
  await takeStep(scope, eventId, { kind: "acknowledged", at: scope.now, by: scope.actor.accountId });
}

/** Asks the next person now, and writes to them. */
export async function escalateEvent(
  scope: Scope<StaffActor>,
  { eventId, to }: { eventId: string; to: EscalationLevel },
): Promise<void> {
  await takeStep(scope, eventId, { kind: "escalated", at: scope.now, by: scope.actor.accountId, to });
}

/** Where it stands, by whoever is on it: that holds for a day, and then the next person is asked. */
export async function noteEvent(
  scope: Scope<StaffActor>,
  { eventId, note }: { eventId: string; note: string },
): Promise<void> {
  await takeStep(scope, eventId, { kind: "noted", at: scope.now, by: scope.actor.accountId, note: note.trim() });
}

/** Ends an event with a note about how it ended. The gate stays as it is: opening it is a decision of its own. */
export async function closeEvent(
  scope: Scope<StaffActor>,
  { eventId, note }: { eventId: string; note: string },
): Promise<void> {
  await takeStep(scope, eventId, { kind: "closed", at: scope.now, by: scope.actor.accountId, note: note.trim() });
}

async function takeStep(scope: Scope<StaffActor>, eventId: string, step: EventStep): Promise<void> {
  authorize(scope.actor, "safety.handle");
  const event = await lockEvent(scope, eventId);
  const fault = stepFault(asRule(event), step);
  if (fault) throw new Refused(fault);
  await keepStep(scope, event, step);
}

/** An event of a client within reach. Its client is locked, so that steps come one after the other. */
export async function lockEvent<A extends Actor>(scope: Scope<A>, eventId: string) {
  const [found] = await eventsWhere(scope, eq(safetyEvent.id, eventId));
  if (!found) throw new NotFound();
  await lockClient(scope, found.clientId);
  const [event] = await eventsWhere(scope, eq(safetyEvent.id, eventId));
  if (!event) throw new NotFound();
  return event;
}

/** Writes a step down, and to those whom it asks. The caller has locked the event and asked the rule. */
export async function keepStep(
  scope: Scope,
  { id: eventId, clientId }: { id: string; clientId: string },
  step: EventStep,
): Promise<void> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const id = randomUUID();
  const to = step.kind === "escalated" ? step.to : null;
  const asked = to ? (await escalationPeopleOf(scope, clientId)).filter(({ level }) => level === to) : [];
  if (to && asked.length === 0) throw new Refused(`There is no ${to} to ask about this client.`);
  await tx.insert(safetyEventStep).values({
    practiceId,
    id,
    eventId,
    kind: step.kind,
    escalatedTo: to,
    noteSealed:
      step.kind === "closed" || step.kind === "noted" ? safetyEventStepNote.seal(step.note, { practiceId, id }) : null,
    takenBy: step.by,
    takenAt: step.at,
  });
  // Each time that somebody is asked has a letter of its own: round again, it is not the one that went out before.
  for (const { accountId } of asked)
    await queueLetter(scope, { accountId, about: { kind: "event-step", id }, urgent: true });
  if (to === "therapist") await queueOutside(scope, clientId, { kind: "event-step", id });
  await recordAudit(scope, `safety.event-${step.kind}`, { id: eventId, clientId });
}
