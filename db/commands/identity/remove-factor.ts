import { and, eq, isNull } from "drizzle-orm";
import { NotFound, Refused } from "@/lib/errors";
import { recordAudit } from "../../audit";
import { session, totpFactor } from "../../schema/identity";
import { retireRecoveryCodes } from "./confirm-factor";
import { findFactor, lockAccountRow } from "./person";
import { type OwnScope, type Proof, proveFactor, provePassword } from "./prove-identity";
import { revokeSessions } from "./revoke-sessions";
import { startFactor } from "./start-factor";
import { tellChange } from "./tell-change";

/**
 * Starts a second factor for somebody who has none, with a key to confirm. The password is asked for: whoever adds one
 * at an unlocked screen would lock its owner out.
 */
export async function setUpFactor(
  scope: OwnScope,
  { password }: { password: string },
  limitSecret: string,
): Promise<Proof<true>> {
  const { accountId } = scope.actor;
  const standing = await findFactor(scope, accountId);
  if (standing?.confirmedAt) throw new Refused("Your second factor is on already.");
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  await startFactor(scope, accountId);
  await recordAudit(scope, "identity.factor-started", { id: accountId });
  return { proved: true };
}

/**
 * Takes the factor away, for password and code together. A client is done then; staff are back at setting one up,
 * which is how they move to another phone.
 */
export async function removeFactor(
  scope: OwnScope,
  { password, code }: { password: string; code: string },
  limitSecret: string,
): Promise<Proof<true>> {
  const { actor, tx, now } = scope;
  await lockAccountRow(scope, actor.accountId);
  const standing = await findFactor(scope, actor.accountId);
  if (!standing?.confirmedAt) throw new NotFound();
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  const held = await proveFactor(scope, code, limitSecret);
  if ("problem" in held) return held;
  await tx
    .update(totpFactor)
    .set({ removedAt: now })
    .where(
      and(eq(totpFactor.practiceId, actor.practiceId), eq(totpFactor.id, standing.id), isNull(totpFactor.removedAt)),
    );
  await retireRecoveryCodes(scope, actor.accountId);
  await revokeSessions(scope, actor.accountId, "factor", { except: actor.sessionId });
  if (actor.kind === "staff") {
    await startFactor(scope, actor.accountId);
    await tx
      .update(session)
      .set({ stage: "factor_setup" })
      .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId)));
  }
  await recordAudit(scope, "identity.factor-removed", { id: standing.id });
  await tellChange(scope, actor.accountId, "factor-removed");
  return { proved: true };
}
