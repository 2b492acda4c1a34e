import { and, asc, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { keepStep, lockEvent } from "@/db/commands/safety/take-step";
import { escalationPeopleOf, escalationRule } from "@/db/queries/safety/escalation-order";
import { asRule, isOpenEvent } from "@/db/queries/safety/safety-events";
import { safetyEvent } from "@/db/schema/safety";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { eventStatus } from "@/lib/safety/events";
import { oneByOne } from "./one-by-one";

/**
 * Asks the next person about every event that waited longer than the practice allows. Done twice, it asks once. One
 * that cannot be passed on keeps no other waiting.
 */
export async function escalateOverdue(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const open = await withScope(pool, actor, now, openEvents);
  let asked = 0;
  await oneByOne(open, async ({ id }) => {
    asked += await withScope(pool, actor, now, (scope) => askNext(scope, id));
  });
  return asked;
}

async function askNext(scope: Scope<SystemActor>, id: string): Promise<number> {
  const event = await lockEvent(scope, id);
  const rule = await escalationRule(scope, await escalationPeopleOf(scope, event.clientId));
  const { overdue } = eventStatus(asRule(event), rule, scope.now);
  for (const [after, { to }] of overdue.entries())
    await keepStep(scope, event, { kind: "escalated", at: new Date(scope.now.getTime() + after), by: null, to });
  return overdue.length;
}

/** Every event that is not closed, the oldest first: none is too far down a list, and “I am on it” runs out. */
const openEvents = ({ actor, tx }: Scope<SystemActor>): Promise<{ id: string }[]> =>
  tx
    .select({ id: safetyEvent.id })
    .from(safetyEvent)
    .where(and(eq(safetyEvent.practiceId, actor.practiceId), isOpenEvent))
    .orderBy(asc(safetyEvent.openedAt));
