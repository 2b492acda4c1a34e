import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";

/** Whether Today still has to say how to leave quickly. */
export async function leavingIsUnread({ actor, tx }: Scope<ClientActor>): Promise<boolean> {
  const [row] = await tx
    .select({ leavingUnread: account.leavingUnread })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  return row?.leavingUnread ?? false;
}

/** Whether Esc twice leaves the pages of the person who asks. It does until they switch it off. */
export async function leavesByEscape({ actor, tx }: Pick<Scope<ClientActor>, "actor" | "tx">): Promise<boolean> {
  const [row] = await tx
    .select({ leavesByEscape: account.leavesByEscape })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  return row?.leavesByEscape ?? true;
}
