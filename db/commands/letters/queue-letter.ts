import { randomUUID } from "node:crypto";
import { noLettersTo } from "../../queries/address-safety";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";

type Waiting = {
  accountId: string;
  occasion: string;
  /** About somebody's safety: it may rather go twice than not at all. */
  urgent?: boolean;
};

/** `unwanted`: the person wants no letters, or none may go to their address. `known`: this occasion had its letter. */
export type Queued = "queued" | "unwanted" | "known";

/**
 * "You have something waiting in Nearer", to one person, once per occasion. It stands in the transaction of what it
 * is about: if that is taken back, so is the letter. Who wants none gets none, nor does
 * an address that nobody called safe, and the row says so.
 */
export async function queueLetter(
  { actor, tx, now }: Scope,
  { accountId, occasion, urgent = false }: Waiting,
): Promise<Queued> {
  const { practiceId } = actor;
  const [row] = await tx
    .insert(outboxLetter)
    .values({
      practiceId,
      id: randomUUID(),
      accountId,
      occasion,
      urgent,
      createdAt: now,
      dueAt: now,
      setAsideAt: noLettersTo(practiceId, accountId, now),
    })
    .onConflictDoNothing()
    .returning({ setAsideAt: outboxLetter.setAsideAt });
  if (!row) return "known";
  return row.setAsideAt ? "unwanted" : "queued";
}
