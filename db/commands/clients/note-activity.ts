import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";

type Activity = NonNullable<(typeof client.$inferSelect)["lastActivity"]>;

/** Keeps the caseload's "last activity" in the transaction of what the client did. */
export async function noteActivity({ actor, tx, now }: Scope<ClientActor>, activity: Activity): Promise<void> {
  await tx
    .update(client)
    .set({ lastActivityAt: now, lastActivity: activity })
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)));
}
