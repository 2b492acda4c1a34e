import { and, desc, eq, isNull } from "drizzle-orm";
import { tokenHash } from "@/db/commands/identity/one-time-token";
import { pushSubscription } from "@/db/schema/push";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

export type OwnPush = { id: string; device: string; begunAt: Date; isHere: boolean };

/** The devices on which the person who asks is told that something waits. */
export async function ownPush({ actor, tx }: Scope<ClientActor>, mark: string | undefined): Promise<OwnPush[]> {
  authorize(actor, "portal.use");
  const here = mark === undefined ? undefined : tokenHash(mark);
  const rows = await tx
    .select({
      id: pushSubscription.id,
      device: pushSubscription.device,
      begunAt: pushSubscription.begunAt,
      markHash: pushSubscription.markHash,
    })
    .from(pushSubscription)
    .where(
      and(
        eq(pushSubscription.practiceId, actor.practiceId),
        eq(pushSubscription.accountId, actor.accountId),
        isNull(pushSubscription.endedAt),
      ),
    )
    .orderBy(desc(pushSubscription.begunAt));
  return rows.map(({ markHash, ...row }) => ({ ...row, isHere: here?.equals(markHash) ?? false }));
}
