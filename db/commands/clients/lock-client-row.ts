import { and, eq, type SQL } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

/**
 * Holds the row of a client whom the caller may change until the transaction ends. Whoever changes something of a client
 * does this first: what is read next is what stands, whatever somebody else did in between, and nobody waits in a circle.
 */
export async function lockClientRow(scope: Scope, whose: SQL): Promise<void> {
  const [held] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), whose))
    .for("no key update");
  if (!held) throw new NotFound();
}

/** What one client does happens one after another: a draft on its way cannot outlive the record that ends it. */
export const lockOwnRow = (scope: Scope<ClientActor>): Promise<void> =>
  lockClientRow(scope, eq(client.id, scope.actor.clientId));
