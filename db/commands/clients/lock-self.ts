import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";

/** What one client does happens one after another: a draft on its way cannot outlive the record that ends it. */
export async function lockSelf({ actor, tx }: Scope<ClientActor>): Promise<void> {
  await tx
    .select({ id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)))
    .for("no key update");
}
