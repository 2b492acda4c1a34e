import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { NotFound } from "@/lib/errors";
import { readRecoveryCode, recoveryCodeBytes, recoveryCodeCount, recoveryCodeFrom } from "@/lib/identity/recovery-code";
import { recordAudit } from "../../audit";
import { recoveryCode, session, totpFactor } from "../../schema/identity";
import type { Scope } from "../../scope";
import { recoveryHash } from "./check-code";
import { findFactor, lockAccountRow } from "./person";
import { type OwnScope, type Proof, proveFactor } from "./prove-identity";
import { revokeSessions } from "./revoke-sessions";
import { tellChange } from "./tell-change";

/**
 * The first code from the app confirms the factor: this session becomes a full one, the others end, and ten recovery
 * codes are made, to be shown this once.
 */
export async function confirmFactor(scope: OwnScope, code: string, limitSecret: string): Promise<Proof<string[]>> {
  const { actor, tx, now } = scope;
  await lockAccountRow(scope, actor.accountId);
  const waiting = await findFactor(scope, actor.accountId);
  if (!waiting || waiting.confirmedAt) throw new NotFound();
  const proof = await proveFactor(scope, code, limitSecret);
  if ("problem" in proof) return proof;
  const { rowCount } = await tx
    .update(totpFactor)
    .set({ confirmedAt: now })
    .where(
      and(
        eq(totpFactor.practiceId, actor.practiceId),
        eq(totpFactor.id, waiting.id),
        isNull(totpFactor.confirmedAt),
        isNull(totpFactor.removedAt),
      ),
    );
  if (!rowCount) throw new NotFound();
  await tx
    .update(session)
    .set({ stage: "full" })
    .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId)));
  await revokeSessions(scope, actor.accountId, "factor", { except: actor.sessionId });
  const codes = await makeRecoveryCodes(scope, waiting.id);
  await recordAudit(scope, "identity.factor-confirmed", { id: waiting.id });
  // The first one of somebody on the staff is part of arriving, and changes nothing.
  if (actor.kind === "client" || (await hadAnother(scope, waiting.id))) {
    await tellChange(scope, actor.accountId, "factor-added");
  }
  return { proved: codes };
}

/** Whether this account had a second step before this one. */
async function hadAnother({ actor, tx }: OwnScope, factorId: string): Promise<boolean> {
  const [earlier] = await tx
    .select({ id: totpFactor.id })
    .from(totpFactor)
    .where(
      and(
        eq(totpFactor.practiceId, actor.practiceId),
        eq(totpFactor.accountId, actor.accountId),
        ne(totpFactor.id, factorId),
        isNotNull(totpFactor.confirmedAt),
      ),
    )
    .limit(1);
  return earlier !== undefined;
}

/** Ten new codes in the place of the earlier ones. A code of the app is asked for first. */
export async function renewRecoveryCodes(scope: OwnScope, code: string, limitSecret: string): Promise<Proof<string[]>> {
  const standing = await findFactor(scope, scope.actor.accountId);
  if (!standing?.confirmedAt) throw new NotFound();
  const proof = await proveFactor(scope, code, limitSecret);
  if ("problem" in proof) return proof;
  await retireRecoveryCodes(scope, scope.actor.accountId);
  const codes = await makeRecoveryCodes(scope, standing.id);
  await recordAudit(scope, "identity.recovery-codes-renewed", { id: standing.id });
  await tellChange(scope, scope.actor.accountId, "codes-renewed");
  return { proved: codes };
}

export async function retireRecoveryCodes({ actor, tx, now }: Scope, accountId: string): Promise<void> {
  await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.practiceId, actor.practiceId),
        eq(recoveryCode.accountId, accountId),
        isNull(recoveryCode.usedAt),
      ),
    );
}

async function makeRecoveryCodes({ actor, tx }: OwnScope, factorId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeFrom(randomBytes(recoveryCodeBytes)));
  await tx.insert(recoveryCode).values(
    codes.map((code) => ({
      practiceId: actor.practiceId,
      id: randomUUID(),
      accountId: actor.accountId,
      factorId,
      codeHash: recoveryHash(actor.accountId, readRecoveryCode(code) ?? code),
    })),
  );
  return codes;
}
