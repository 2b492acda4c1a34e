import { and, eq } from "drizzle-orm";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";

export async function setPassword({ actor, tx, now }: Scope, accountId: string, passwordHash: string): Promise<void> {
  await tx
    .update(account)
    .set({ passwordHash, passwordChangedAt: now })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
}
