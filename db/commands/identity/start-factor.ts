import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { Secret } from "otpauth";
import { totpFactor, totpFactorSeed } from "../../schema/identity";
import type { Scope } from "../../scope";

/** A fresh key waiting to be confirmed, in the place of one that never was. A confirmed factor is left alone. */
export async function startFactor({ actor, tx, now }: Scope, accountId: string): Promise<void> {
  const mine = and(
    eq(totpFactor.practiceId, actor.practiceId),
    eq(totpFactor.accountId, accountId),
    isNull(totpFactor.removedAt),
  );
  await tx
    .update(totpFactor)
    .set({ removedAt: now })
    .where(and(mine, isNull(totpFactor.confirmedAt)));
  const id = randomUUID();
  const seed = new Secret({ size: 20 }).base32;
  await tx
    .insert(totpFactor)
    .values({
      practiceId: actor.practiceId,
      id,
      accountId,
      seedSealed: totpFactorSeed.seal(seed, { practiceId: actor.practiceId, id }),
      createdAt: now,
    })
    .onConflictDoNothing();
}
