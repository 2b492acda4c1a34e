import { and, eq, ne, sql } from "drizzle-orm";
import type { StaffActor, StaffRole } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { findPerson } from "./person";

export type Colleague = { readonly id: string; readonly role: StaffRole };

/** Locks a colleague of this practice. Clients and foreign accounts are not found here. */
export async function lockColleague({ actor, tx }: Scope<StaffActor>, accountId: string): Promise<Colleague> {
  const [row] = await tx
    .select({ id: account.id, role: account.role })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId), ne(account.role, "client")))
    .for("update");
  if (!row || row.role === "client") throw new NotFound();
  return { id: row.id, role: row.role };
}

/**
 * Owners are changed one at a time: the practice keeps at least one who can sign in. Nobody changes themself, so the
 * owner who asks always remains; the lock stops two owners from removing each other at the same moment.
 */
export async function refuseOwnHand(scope: Scope<StaffActor>, accountId: string): Promise<void> {
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scope.actor.practiceId}, 7))`);
  if (accountId === scope.actor.accountId) {
    throw new Refused("You cannot do this to your own account. Another owner of the practice can.");
  }
  const me = await findPerson(scope, scope.actor.accountId);
  if (me?.role !== "owner" || !me.hasAccess) throw new NotFound();
}
