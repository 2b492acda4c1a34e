import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { knownDevice } from "../../schema/known-device";
import { mintToken, tokenHash } from "./one-time-token";
import type { SystemScope } from "./with-system-scope";

/** The mark, if this account signed in with it before: one that was stolen or made up is no mark. */
export async function knownMark(
  { actor, tx }: SystemScope,
  accountId: string,
  mark: string | undefined,
): Promise<string | undefined> {
  if (!mark) return undefined;
  const [row] = await tx
    .select({ id: knownDevice.id })
    .from(knownDevice)
    .where(
      and(
        eq(knownDevice.practiceId, actor.practiceId),
        eq(knownDevice.accountId, accountId),
        eq(knownDevice.markHash, tokenHash(mark)),
      ),
    );
  return row && mark;
}

/**
 * Keeps that this account signed in here. A browser has one mark for whoever uses it, so that the mark itself tells
 * nothing; which accounts it stands for is known here alone.
 */
export async function rememberDevice(
  { actor, tx, now }: SystemScope,
  accountId: string,
  mark: string | undefined,
): Promise<string> {
  const { practiceId } = actor;
  const kept = mark ?? mintToken();
  await tx
    .insert(knownDevice)
    .values({
      practiceId,
      id: randomUUID(),
      accountId,
      markHash: tokenHash(kept),
      firstSeenAt: now,
      lastSeenAt: now,
    })
    .onConflictDoUpdate({
      target: [knownDevice.practiceId, knownDevice.accountId, knownDevice.markHash],
      set: { lastSeenAt: now },
    });
  return kept;
}
