import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { colleaguesIn } from "@/db/queries/identity/colleagues";
import type { StaffRole } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { recordAudit } from "../../audit";
import { account } from "../../schema/identity";
import { isTaken } from "../clients/correct-address";
import { queueLetter } from "../letters/queue-letter";
import { giveRole } from "./change-role";
import { withdrawLinks } from "./create-invitation";
import { lockAccountRow, type Person } from "./person";
import { revokeSessions } from "./revoke-sessions";
import { findAccount } from "./sign-in";
import { tellChange } from "./tell-change";
import { type SystemScope, withSystemScope } from "./with-system-scope";

type Colleague = Person & { readonly role: StaffRole };

/**
 * For a practice whose last owner cannot sign in any more: from the machine that Nearer runs on, a colleague becomes an
 * owner. They and every other owner are told: nobody is made one in silence.
 */
export const makeOwnerAtMachine = (pool: Pool, email: string, now: Date): Promise<void> =>
  asColleague(pool, email, now, async (scope, person) => {
    if (person.role === "owner") throw new Refused("They are an owner already.");
    if (!person.hasAccess) throw new Refused("Their access was withdrawn. An owner who can sign in restores it.");
    if (!person.passwordHash) throw new Refused("They have not accepted their invitation yet.");
    const owners = (await colleaguesIn(scope)).filter(({ role }) => role === "owner");
    await giveRole(scope, person.accountId, "owner");
    for (const { accountId } of owners) await tellChange(scope, accountId, "owner-added");
  });

/**
 * For a mistyped or lost address of somebody who works in a practice. A client’s is their therapist’s to put right. What waits
 * for them goes to the new address: it may be about somebody’s safety.
 */
export const moveAddressAtMachine = (
  pool: Pool,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<void> =>
  asColleague(pool, from, now, async (scope, { accountId, email: before }) => {
    const { actor, tx } = scope;
    if (await isTaken(scope, to)) throw new Refused("Somebody signs in with the new address already.");
    await withdrawLinks(scope, accountId);
    await revokeSessions(scope, accountId, "address");
    await tx
      .update(account)
      .set({ email: to.toLowerCase() })
      .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
    await recordAudit(scope, "identity.address-changed", { id: accountId });
    await tellChange(scope, accountId, "address-changed");
    await queueLetter(scope, { accountId, about: { kind: "credentials", id: randomUUID() }, to: before });
  });

/** Locked, in their practice, as the machine itself. Of clients nothing is changed from here. */
async function asColleague(
  pool: Pool,
  email: string,
  now: Date,
  run: (scope: SystemScope, person: Colleague) => Promise<void>,
): Promise<void> {
  const { practiceId, accountId } = await findAccount(pool, email);
  await withSystemScope(pool, practiceId, now, async (scope) => {
    const person = await lockAccountRow(scope, accountId);
    if (!person) throw new Refused("Nobody signs in with this address.");
    const { role } = person;
    if (role === "client")
      throw new Refused("A client signs in with this address: their therapist helps, under Record.");
    await run(scope, { ...person, role });
  });
}
