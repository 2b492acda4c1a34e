import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { noLettersTo, noLinkTo } from "@/db/queries/letters/address-safety";
import { isLinkKind, type LetterAbout, type LetterKind } from "@/lib/messages/letter-kinds";
import { isPushed, pushEndsAt } from "@/lib/messages/push-rule";
import { outboxLetter } from "../../schema/outbox";
import { pushNote, pushSubscription } from "../../schema/push";
import type { Scope } from "../../scope";

type Waiting = {
  accountId: string;
  about: LetterAbout;
  /** About somebody's safety: it may rather go twice than not at all. */
  urgent?: boolean;
  /** Not before this moment; left out, at once. */
  dueAt?: Date;
  /** To another address than the one that stands: asked for its own safety. */
  to?: string;
};

/** `unwanted`: the person wants no letters, or none may go to their address. `known`: there is a letter about this. */
export type Queued = "queued" | "unwanted" | "known";

/**
 * A letter to one person, once about one thing. It stands in the transaction of what it is about: if that is taken back,
 * so is the letter. Who wants none gets none, nor does an address that nobody called safe, and the row says so.
 */
export async function queueLetter(
  { actor, tx, now }: Scope,
  { accountId, about, urgent = false, dueAt = now, to }: Waiting,
): Promise<Queued> {
  const { practiceId } = actor;
  const [row] = await tx
    .insert(outboxLetter)
    .values({
      practiceId,
      id: randomUUID(),
      accountId,
      ...aboutColumns(about),
      urgent,
      createdAt: now,
      dueAt,
      toAddress: to,
      setAsideAt: (isLinkKind(about.kind) ? noLinkTo : noLettersTo)(practiceId, accountId, now, to),
    })
    .onConflictDoNothing()
    .returning({ setAsideAt: outboxLetter.setAsideAt });
  if (!row) return "known";
  if (isPushed(about.kind)) await noteOnDevices({ actor, tx, now }, accountId, about.kind, dueAt);
  return row.setAsideAt ? "unwanted" : "queued";
}

/** On each device where the person turned it on. A letter may be unwanted and a note be not: they are two choices. */
async function noteOnDevices(
  { actor, tx, now }: Scope,
  accountId: string,
  kind: LetterKind,
  dueAt: Date,
): Promise<void> {
  const { practiceId } = actor;
  const devices = await tx
    .select({ id: pushSubscription.id })
    .from(pushSubscription)
    .where(
      and(
        eq(pushSubscription.practiceId, practiceId),
        eq(pushSubscription.accountId, accountId),
        isNull(pushSubscription.endedAt),
      ),
    );
  if (devices.length === 0) return;
  const times = { createdAt: now, dueAt, endsAt: pushEndsAt(kind, now) };
  await tx
    .insert(pushNote)
    .values(devices.map(({ id: subscriptionId }) => ({ practiceId, id: randomUUID(), subscriptionId, ...times })));
}

export const aboutColumns = ({ kind, id, on }: LetterAbout) => ({
  aboutKind: kind,
  aboutId: id,
  aboutOn: on ?? null,
});
