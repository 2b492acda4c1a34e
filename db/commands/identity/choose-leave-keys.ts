import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";

export const leaveKeysShape = z.strictObject({ escape: z.enum(["yes", "no"]) });

/** A client's own choice, on every device: Esc twice leaves, or it is left to what else uses it. */
export async function chooseLeaveKeys(
  scope: Scope<ClientActor>,
  { escape: chosen }: z.infer<typeof leaveKeysShape>,
): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "identity.own-account");
  await tx
    .update(account)
    .set({ leavesByEscape: chosen === "yes" })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  await recordAudit(scope, "account.leave-keys-chosen", { id: actor.accountId });
}
