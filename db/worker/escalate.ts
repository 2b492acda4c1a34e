import { and, asc, eq } from "drizzle-orm";
import type { Pool } from "pg";
import type { SystemActor } from "@/lib/domain/actor";
import { eventStanding } from "@/lib/domain/safety/events";
import { keepStep, lockEvent } from "../commands/safety/take-step";
import { asRule, isUnanswered } from "../queries/safety-events";
import { escalationRule, ladderOf } from "../queries/safety-ladder";
import { safetyEvent } from "../schema/safety";
import { type Scope, withScope } from "../scope";

/** Asks the next person about every event that waited longer than the practice allows. Done twice, it asks once. */
export async function escalateOverdue(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const open = await withScope(pool, actor, now, unanswered);
  let asked = 0;
  for (const { id } of open) {
    await withScope(pool, actor, now, async (scope) => {
      const event = await lockEvent(scope, id);
      const rule = await escalationRule(scope, await ladderOf(scope, event.clientId));
      for (const { to } of eventStanding(asRule(event), rule, now).overdue) {
        await keepStep(scope, event, { kind: "escalated", at: now, by: null, to });
        asked += 1;
      }
    });
  }
  return asked;
}

/** Every event that nobody has acknowledged, the oldest first: none is too far down a list to be passed on. */
const unanswered = ({ actor, tx }: Scope<SystemActor>): Promise<{ id: string }[]> =>
  tx
    .select({ id: safetyEvent.id })
    .from(safetyEvent)
    .where(and(eq(safetyEvent.practiceId, actor.practiceId), isUnanswered))
    .orderBy(asc(safetyEvent.openedAt));
