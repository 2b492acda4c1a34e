import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { eventStatus } from "@/lib/safety/events";
import type { Told } from "@/lib/safety/told-words";
import { escalationMinutes, escalationPeopleOf, ruleFor } from "./escalation-order";
import { asRule, type EventRecord, eventsWhere, isOpenEvent } from "./safety-events";

export type OwnTold = Told & { words: EventRecord["words"] };

/** What has become of the person's own newest “I don’t feel safe” while it is open; null when there is none. */
export async function getOwnTold(scope: Scope<ClientActor>): Promise<OwnTold | null> {
  const { actor, now } = scope;
  const mine = and(eq(safetyEvent.clientId, actor.clientId), eq(safetyEvent.source, "not-safe-button"), isOpenEvent);
  const [event] = await eventsWhere(scope, mine, { limit: 1 });
  if (!event) return null;
  const { people, minutes, letter } = await atOnce({
    people: escalationPeopleOf(scope, actor.clientId),
    minutes: escalationMinutes(scope),
    letter: letterOf(scope, event.id),
  });
  const { turn } = eventStatus(asRule(event), ruleFor(people, minutes), now);
  const seen = event.steps.findLast(({ kind }) => kind === "acknowledged" || kind === "noted");
  return {
    openedAt: event.openedAt,
    asked: people.filter(({ level }) => level === turn).map(({ name }) => name),
    letter,
    seen: seen?.byName ? { name: seen.byName, at: seen.at } : null,
    words: event.words,
  };
}

/** How far the letters about an event have come: one that went out counts, whoever it was for. */
async function letterOf({ actor, tx }: Scope<ClientActor>, eventId: string): Promise<Told["letter"]> {
  const steps = tx
    .select({ id: safetyEventStep.id })
    .from(safetyEventStep)
    .where(and(eq(safetyEventStep.practiceId, actor.practiceId), eq(safetyEventStep.eventId, eventId)));
  const [row] = await tx
    .select({
      sent: sql<boolean>`coalesce(bool_or(${outboxLetter.sentAt} is not null and ${outboxLetter.bouncedAt} is null), false)`,
      waits: sql<boolean>`coalesce(bool_or(${outboxLetter.sentAt} is null and ${outboxLetter.setAsideAt} is null), false)`,
    })
    .from(outboxLetter)
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        isNull(outboxLetter.absenceId),
        or(
          and(eq(outboxLetter.aboutKind, "event"), eq(outboxLetter.aboutId, eventId)),
          and(eq(outboxLetter.aboutKind, "event-step"), inArray(outboxLetter.aboutId, steps)),
        ),
      ),
    );
  if (row?.sent) return "handed-over";
  return row?.waits ? "on-its-way" : "none";
}
