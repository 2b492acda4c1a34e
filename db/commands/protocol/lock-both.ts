import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { lockClientRow } from "../clients/lock-client-row";
import { linkOf } from "../safety/link-of";

/** The couple for which own steps are decided, and the other of the two. */
export type Both = { coupleId: string; partnerId: string };

/**
 * Locks both of a couple, in one order whoever is named first; null for a client without a link. Own steps are for both, so
 * the lead alone decides about them. A client out of reach is not there, linked or not.
 */
export async function lockBoth(scope: Scope<StaffActor>, clientId: string): Promise<Both | null> {
  const [reached] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  if (!reached) throw new NotFound();
  const link = await linkOf(scope, clientId);
  if (!link) return null;
  if (!link.isLead) throw new Refused("Joint steps have one lead, who decides for both.");
  for (const id of [...link.people].sort()) await lockClientRow(scope, eq(client.id, id));
  const partnerId = link.people.find((id) => id !== clientId);
  if (partnerId === undefined) throw new NotFound();
  return { coupleId: link.id, partnerId };
}
