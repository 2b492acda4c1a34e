import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { escalationPeopleOf } from "@/db/queries/safety/escalation-order";
import { eventsWhere, isUnanswered } from "@/db/queries/safety/safety-events";
import { gateHistory } from "@/db/queries/safety/safety-gate";
import type { EventSource } from "@/lib/safety/events";
import { placeInHistory } from "@/lib/safety/gate";
import { recordAudit } from "../../audit";
import { safetyEvent } from "../../schema/safety";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { queueOutside } from "../letters/queue-outside";
import { lockClient } from "./lock-client";

type NewEvent = {
  clientId: string;
  source: EventSource;
  place?: string | null;
  /** The assessment behind it: one event for one assessment, also after it was closed. */
  id?: string;
  /** Something new was said: when the event of that id was answered, there is another one. */
  again?: boolean;
};

/**
 * Opens a safety event and writes to whoever is first on the escalation order. While nobody has answered an event of the same kind
 * it is that event again: tapped twenty times, there is one event and one letter. Said anew once somebody is on the
 * first, it is another: what they are on is what was said before.
 */
export async function openSafetyEvent(
  scope: Scope,
  { clientId, source, place = null, id: wanted = randomUUID(), again = false }: NewEvent,
): Promise<{ eventId: string; openedAt: Date; isFirst: boolean }> {
  const { actor, tx, now } = scope;
  await lockClient(scope, clientId);
  const mine = eq(safetyEvent.clientId, clientId);
  const [waiting] = await eventsWhere(scope, and(mine, eq(safetyEvent.source, source), isUnanswered));
  const [same] = waiting ? [] : await eventsWhere(scope, and(mine, eq(safetyEvent.id, wanted)));
  const standing = waiting ?? (again ? undefined : same);
  if (standing) return { eventId: standing.id, openedAt: standing.openedAt, isFirst: false };
  const id = same ? randomUUID() : wanted;
  const openedAt = source === "screen" ? placeInHistory(await gateHistory(scope, clientId), "screen", now) : now;
  await tx.insert(safetyEvent).values({ practiceId: actor.practiceId, id, clientId, source, place, openedAt });
  const people = await escalationPeopleOf(scope, clientId);
  for (const { accountId } of people.filter(({ level }) => level === people[0]?.level))
    await queueLetter(scope, { accountId, about: { kind: "event", id }, urgent: true });
  await queueOutside(scope, clientId, { kind: "event", id });
  await recordAudit(scope, "safety.event-opened", { id, clientId });
  return { eventId: id, openedAt: now, isFirst: true };
}
