import { type AnyColumn, and, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { qualified } from "./qualified";
import { client, couple } from "./schema/clients";
import type { Scope } from "./scope";
import { visibleClients } from "./visibility";

/** A condition on `couple`, whether it stands or ended: the caller reaches both people. */
export function reachesTwo(scope: Scope<StaffActor>, purpose: "read" | "change" = "read") {
  const reaches = (side: typeof couple.firstClientId | typeof couple.secondClientId) =>
    exists(
      scope.tx
        .select({ id: client.id })
        .from(client)
        .where(and(visibleClients(scope, purpose), eq(client.id, side))),
    );
  return and(
    eq(couple.practiceId, scope.actor.practiceId),
    reaches(couple.firstClientId),
    reaches(couple.secondClientId),
  );
}

/**
 * A condition on `couple`: it stands, and the caller reaches both people. For who reaches one of the two there is no
 * couple: a link opens nothing of the other.
 */
export const reachesBoth = (scope: Scope<StaffActor>, purpose: "read" | "change" = "read") =>
  and(reachesTwo(scope, purpose), isNull(couple.endedAt));

/** A condition on `couple`: the caller is its one lead, or the owner. Only the lead opens, closes and ends. */
export function leadsCouple(scope: Scope<StaffActor>) {
  const { role, accountId } = scope.actor;
  return and(reachesBoth(scope, "change"), role === "owner" ? undefined : eq(couple.leadId, accountId));
}

/** The other of the two whom a link is about. */
export const otherOf = (link: Record<"firstClientId" | "secondClientId", AnyColumn>, clientId: AnyColumn): SQL =>
  sql`case when ${link.firstClientId} = ${clientId} then ${link.secondClientId} else ${link.firstClientId} end`;

/**
 * A column of a statement about `client`: whether the caller reads the other of their newest link, standing or
 * ended. True where there was never a link, for then there is nobody to be silent about.
 */
export const readsPartner = (scope: Scope<StaffActor>) =>
  qualified<boolean>`coalesce((select (${reachesTwo(scope)}) from ${couple} where ${couple.practiceId} = ${client.practiceId}
    and ${client.id} in (${couple.firstClientId}, ${couple.secondClientId}) order by ${couple.linkedAt} desc limit 1), true)`;
