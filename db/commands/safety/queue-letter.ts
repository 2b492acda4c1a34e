import { randomUUID } from "node:crypto";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";

/**
 * "You have something waiting in Nearer", to one person, once per occasion. It stands in the transaction of what it
 * is about: if that is taken back, so is the letter.
 */
export async function queueLetter(
  { actor, tx, now }: Scope,
  { accountId, occasion }: { accountId: string; occasion: string },
): Promise<void> {
  await tx
    .insert(outboxLetter)
    .values({ practiceId: actor.practiceId, id: randomUUID(), accountId, occasion, createdAt: now, dueAt: now })
    .onConflictDoNothing();
}
