import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";

/** A client read how to leave quickly: with the consent text, or on Today. Reading it twice adds nothing. */
export async function markLeavingRead(scope: Scope<ClientActor>): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "portal.use");
  const { rowCount } = await tx
    .update(account)
    .set({ leavingUnread: false })
    .where(
      and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId), eq(account.leavingUnread, true)),
    );
  if (rowCount) await recordAudit(scope, "account.leaving-read", { id: actor.accountId });
}
