import { and, asc, eq, ne } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize, can } from "@/lib/policy";

/** Who may be chosen as a client's therapist by the person asking: oneself, and for the owner anybody on the staff who has access. */
export async function listTherapists({ actor, tx }: Scope<StaffActor>): Promise<{ id: string; name: string }[]> {
  authorize(actor, "clients.enrol");
  const reach = can(actor, "clients.assign-therapist") ? ne(account.role, "client") : eq(account.id, actor.accountId);
  return tx
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), reach, hasAccess(account.practiceId, account.id)))
    .orderBy(asc(account.name), asc(account.email));
}
