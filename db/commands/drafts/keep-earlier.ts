import { and, count, eq, sql } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { correction } from "../../schema/draft";
import type { Scope } from "../../scope";

type Of = "checkId" | "attemptId" | "moveId";

/** How often the client has corrected this. */
export async function correctionsOf({ actor, tx }: Scope<ClientActor>, of: Of, id: string): Promise<number> {
  const { practiceId, clientId } = actor;
  const [row] = await tx
    .select({ times: count() })
    .from(correction)
    .where(and(eq(correction.practiceId, practiceId), eq(correction.clientId, clientId), eq(correction[of], id)));
  return row?.times ?? 0;
}

/** What changes next in this transaction is corrected now: the database keeps what stood there, and refuses without this. */
export async function keepingEarlier({ tx, now }: Scope<ClientActor>): Promise<void> {
  await tx.execute(sql`select set_config('app.corrected_at', ${now.toISOString()}, true)`);
}
