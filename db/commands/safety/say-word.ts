import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { isOpenEvent } from "@/db/queries/safety/safety-events";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { safetyEvent, safetyEventWord } from "../../schema/safety";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";

/**
 * “That was a mistake”, or “I am safe for now”, about one's own newest open event. It is kept and read by staff, and
 * changes no order, clock or letter: somebody else may have pressed it. Said twice, it is said once.
 */
export async function sayWord(scope: Scope<ClientActor>, { word }: { word: "mistake" | "safe-now" }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const [event] = await tx
    .select({ id: safetyEvent.id })
    .from(safetyEvent)
    .where(
      and(
        eq(safetyEvent.practiceId, actor.practiceId),
        eq(safetyEvent.clientId, actor.clientId),
        eq(safetyEvent.source, "not-safe-button"),
        isOpenEvent,
      ),
    )
    .orderBy(desc(safetyEvent.openedAt))
    .limit(1);
  if (!event) return;
  const id = randomUUID();
  const { rowCount } = await tx
    .insert(safetyEventWord)
    .values({ practiceId: actor.practiceId, id, eventId: event.id, word, saidAt: now })
    .onConflictDoNothing();
  if (rowCount) await recordAudit(scope, "safety.word-said", { id: event.id, clientId: actor.clientId });
}
