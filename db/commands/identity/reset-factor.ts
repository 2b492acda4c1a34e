import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { lineShape, typedPassword } from "@/lib/identity/shapes";
import { authorize, can } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { factorReset, factorResetReason } from "../../schema/factor-reset";
import { totpFactor } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { retireRecoveryCodes } from "./confirm-factor";
import { withdrawLinks } from "./create-invitation";
import { endPasskeys } from "./passkeys";
import { findFactor, findPerson, type Person } from "./person";
import { type Proof, provePassword } from "./prove-identity";
import { revokeSessions } from "./revoke-sessions";
import { tellChange } from "./tell-change";
import { withSystemScope } from "./with-system-scope";

export const factorResetShape = z.strictObject({
  accountId: z.uuid(),
  reason: lineShape("accountReason", "Write how you know that it is them. The record keeps it."),
  password: typedPassword,
});

/**
 * For somebody who lost the phone and the recovery codes: a colleague's is the owner's to take away, a client's their
 * own therapist's. Whoever does it gives their own password again. The person sets a new one up at the next sign-in.
 */
export async function resetFactor(
  scope: Scope<StaffActor>,
  { accountId, reason, password }: z.infer<typeof factorResetShape>,
  limitSecret: string,
): Promise<Proof<true>> {
  if (accountId === scope.actor.accountId) throw new Refused("Move your own second step on your account page.");
  const person = await findPerson(scope, accountId);
  if (!person) throw new NotFound();
  await mayReset(scope, person);
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  await takeAway(scope, accountId, reason, scope.actor.accountId);
  return { proved: true };
}

/** From the machine itself, for an owner whom no other owner can help. False when no owner has this address. */
export async function resetOwnersFactor(pool: Pool, email: string, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ practice_id: string; account_id: string }>(
    "select * from door_find_account($1)",
    [email],
  );
  const [found] = rows;
  if (!found) return false;
  return withSystemScope(pool, found.practice_id, now, async (scope) => {
    const person = await findPerson(scope, found.account_id);
    if (person?.role !== "owner") return false;
    await takeAway(scope, person.accountId, "From the machine that Nearer runs on.", null);
    return true;
  });
}

async function mayReset(scope: Scope<StaffActor>, person: Person): Promise<void> {
  // As for invitations: a colleague is as absent as nobody for whoever may not.
  if (person.role !== "client") {
    if (!can(scope.actor, "identity.reset-factor")) throw new NotFound();
    return;
  }
  authorize(scope.actor, "clients.enrol");
  const [reached] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.accountId, person.accountId)));
  if (!reached) throw new NotFound();
}

async function takeAway(scope: Scope, accountId: string, reason: string, resetBy: string | null): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const standing = await findFactor(scope, accountId);
  if (!standing?.confirmedAt) throw new Refused("This person has no second step at the moment.");
  await tx
    .update(totpFactor)
    .set({ removedAt: now })
    .where(and(eq(totpFactor.practiceId, practiceId), eq(totpFactor.id, standing.id), isNull(totpFactor.removedAt)));
  await retireRecoveryCodes(scope, accountId);
  for (const purpose of ["password_reset", "sign_in"] as const) await withdrawLinks(scope, accountId, purpose);
  await revokeSessions(scope, accountId, "factor");
  await endPasskeys(scope, accountId);
  const id = randomUUID();
  const reasonSealed = factorResetReason.seal(reason, { practiceId, id });
  await tx.insert(factorReset).values({ practiceId, id, accountId, resetBy, resetAt: now, reasonSealed });
  await tellChange(scope, accountId, "factor-reset");
  await recordAudit(scope, "identity.factor-reset", { id: accountId });
}
