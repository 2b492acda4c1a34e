import type { Pool } from "pg";
import type { SystemActor } from "@/lib/domain/actor";
import { eventStanding } from "@/lib/domain/safety/events";
import { keepStep, lockEvent } from "../commands/safety/take-step";
import { asRule, eventsWhere, isOpenEvent } from "../queries/safety-events";
import { escalationRule, ladderOf } from "../queries/safety-ladder";
import { withScope } from "../scope";

/** Asks the next person about every event that waited longer than the practice allows. Done twice, it asks once. */
export async function escalateOverdue(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const open = await withScope(pool, actor, now, (scope) => eventsWhere(scope, isOpenEvent));
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
