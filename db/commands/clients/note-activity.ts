import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { refreshLast } from "../../refresh-last";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";

type Activity = NonNullable<(typeof client.$inferSelect)["lastActivity"]>;

/** Keeps the caseload's "last activity" in the transaction of what the client did. */
export async function noteActivity(scope: Scope<ClientActor>, activity: Activity): Promise<void> {
  const { actor, tx, now } = scope;
  await tx
    .update(client)
    .set({ lastActivityAt: now, lastActivity: activity })
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)));
  // Pressed again there is nothing to enter anywhere, and it is their last activity all the same.
  refreshLast(scope, actor.clientId);
}
