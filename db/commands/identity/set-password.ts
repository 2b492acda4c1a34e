import { and, eq } from "drizzle-orm";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";

/** `byCode`: with a code that staff made. It holds until the person chooses one of their own. */
export async function setPassword(
  { actor, tx, now }: Scope,
  accountId: string,
  passwordHash: string,
  { byCode = false }: { byCode?: boolean } = {},
): Promise<void> {
  await tx
    .update(account)
    .set({ passwordHash, passwordChangedAt: now, passwordByCode: byCode })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
}
