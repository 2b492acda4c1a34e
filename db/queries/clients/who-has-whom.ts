import { and, asc, count, eq, ne, not } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { untoldOf } from "@/db/queries/safety/untold-of";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { Held } from "@/lib/clients/hand-over";
import { authorize } from "@/lib/policy";
import { mergedFrom, type OtherRecord } from "./merged";
import { isMerged, isRemoved } from "./standing";

const link = alias(couple, "k");
const lead = alias(account, "lead");

/** `merged`: other records of the same person, which go along. */
export type HeldClient = Held & { recordNumber: number; merged: OtherRecord[] };
export type Holder = { id: string; name: string; hasAccess: boolean };

/** Whoever works here, and which clients are whose. The owner's. */
export async function getWhoHasWhom(scope: Scope<StaffActor>): Promise<{ staff: Holder[]; clients: HeldClient[] }> {
  authorize(scope.actor, "clients.assign-therapist");
  return atOnce({ staff: staffOf(scope), clients: heldClients(scope) });
}

const staffOf = ({ actor, tx }: Scope<StaffActor>): Promise<Holder[]> =>
  tx
    .select({
      id: account.id,
      name: account.name,
      hasAccess: hasAccess(account.practiceId, account.id).mapWith(Boolean),
    })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), ne(account.role, "client")))
    .orderBy(asc(account.name), asc(account.email));

/** Every client within reach of the owner, with what a hand-over has to know. */
export async function heldClients(scope: Scope<StaffActor>): Promise<HeldClient[]> {
  return scope.tx
    .select({
      clientId: client.id,
      name: account.name,
      recordNumber: client.recordNumber,
      therapistId: client.therapistId,
      link: qualified<Held["link"]>`(select jsonb_build_object('coupleId', ${link.id},
          'partnerId', case when ${link.firstClientId} = ${client.id} then ${link.secondClientId} else ${link.firstClientId} end,
          'isOwnersLead', ${lead.role} = 'owner')
        from ${couple} ${link} join ${account} ${lead} on ${lead.practiceId} = ${link.practiceId} and ${lead.id} = ${link.leadId}
        where ${link.practiceId} = ${client.practiceId} and ${link.endedAt} is null
          and ${client.id} in (${link.firstClientId}, ${link.secondClientId}) limit 1)`,
      untold: untoldOf,
      merged: mergedFrom,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope), not(isRemoved), not(isMerged)))
    .orderBy(asc(account.name), asc(client.recordNumber));
}

/**
 * Clients who would be left without anybody if this colleague went. One about whom the owner is never to be told is not
 * among them: the owner finds that one when the therapist is gone, and hands them over then.
 */
export async function clientsLeftBy(scope: Scope<StaffActor>, accountId: string): Promise<string[]> {
  const rows = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope), eq(client.therapistId, accountId), not(isRemoved), not(isMerged)))
    .orderBy(asc(client.recordNumber));
  return rows.map(({ id }) => id);
}

/** How many clients within reach each colleague has. */
export async function countByTherapist(scope: Scope<StaffActor>): Promise<ReadonlyMap<string, number>> {
  const rows = await scope.tx
    .select({ therapistId: client.therapistId, count: count() })
    .from(client)
    .where(and(visibleClients(scope), not(isRemoved), not(isMerged)))
    .groupBy(client.therapistId);
  return new Map(rows.map((row) => [row.therapistId, row.count]));
}
