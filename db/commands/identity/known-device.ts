import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
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

/** `isNewAmongOthers`: the account signed in elsewhere before, and never here. */
export type Remembered = { readonly mark: string; readonly markHash: Buffer; readonly isNewAmongOthers: boolean };

/**
 * Keeps that this account signed in here. A browser has one mark for whoever uses it, so that the mark itself tells
 * nothing; which accounts it stands for is known here alone.
 */
export async function rememberDevice(
  { actor, tx, now }: SystemScope,
  accountId: string,
  mark: string | undefined,
): Promise<Remembered> {
  const { practiceId } = actor;
  const kept = mark ?? mintToken();
  const markHash = tokenHash(kept);
  const id = randomUUID();
  const others = tx
    .select({ id: knownDevice.id })
    .from(knownDevice)
    .where(and(eq(knownDevice.practiceId, practiceId), eq(knownDevice.accountId, accountId)));
  const [row] = await tx
    .insert(knownDevice)
    .values({ practiceId, id, accountId, markHash, firstSeenAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [knownDevice.practiceId, knownDevice.accountId, knownDevice.markHash],
      set: { lastSeenAt: now },
    })
    .returning({ id: knownDevice.id, hasOthers: sql<boolean>`exists ${others}` });
  return { mark: kept, markHash, isNewAmongOthers: row?.id === id && row.hasOthers };
}
