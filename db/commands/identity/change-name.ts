import { and, eq } from "drizzle-orm";
import { recordAudit } from "../../audit";
import { account } from "../../schema/identity";
import type { OwnScope } from "./prove-identity";

export async function changeName(scope: OwnScope, name: string): Promise<void> {
  const { actor, tx } = scope;
  await tx
    .update(account)
    .set({ name })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  await recordAudit(scope, "identity.name-changed", { id: actor.accountId });
}
