import { createHash } from "node:crypto";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { readRecoveryCode } from "@/lib/identity/recovery-code";
import { MOST_WRONG_CODES, readTotpCode, totpShape, totpStep, totpWindow } from "@/lib/identity/totp-rule";
import { recordAudit } from "../../audit";
import { recoveryCode, totpFactor, totpFactorSeed } from "../../schema/identity";
import type { Scope } from "../../scope";
import type { Factor } from "./person";
import { tellChange } from "./tell-change";

/** `locked`: too many wrong ones in a row, so that no code of the app opens anything; a recovery code does, and ends it. */
export type Spent = "spent" | "refused" | "locked";

/** Spends a six-digit code or a recovery code of this factor. Refused when it does not fit or was spent before. */
export async function spendCode(scope: Scope, factor: Factor, accountId: string, typed: string): Promise<Spent> {
  const digits = readTotpCode(typed);
  const code = digits ? undefined : readRecoveryCode(typed);
  const fits = digits
    ? await spendTotp(scope, factor, digits)
    : code !== undefined && factor.confirmedAt !== null && (await spendRecoveryCode(scope, factor.id, accountId, code));
  if (!factor.confirmedAt) return fits ? "spent" : "refused";
  if (fits) {
    await forgetWrongCodes(scope, factor, accountId);
    return "spent";
  }
  return (await countWrongCode(scope, factor, accountId)) ? "locked" : "refused";
}

const thisFactor = ({ actor }: Scope, { id }: Factor) =>
  and(eq(totpFactor.practiceId, actor.practiceId), eq(totpFactor.id, id), isNull(totpFactor.removedAt));

async function forgetWrongCodes(scope: Scope, factor: Factor, accountId: string): Promise<void> {
  await scope.tx.update(totpFactor).set({ wrongCodes: 0, lockedAt: null }).where(thisFactor(scope, factor));
  if (!factor.lockedAt) return;
  await recordAudit(scope, "identity.factor-unlocked", { id: factor.id });
  await tellChange(scope, accountId, "factor-unlocked");
}

/** Whether the codes are locked by now. The one that locks them is told: somebody has the password. */
async function countWrongCode(scope: Scope, factor: Factor, accountId: string): Promise<boolean> {
  const [row] = await scope.tx
    .update(totpFactor)
    .set({
      wrongCodes: sql`${totpFactor.wrongCodes} + 1`,
      lockedAt: sql`case when ${totpFactor.wrongCodes} + 1 >= ${MOST_WRONG_CODES} then coalesce(${totpFactor.lockedAt}, ${scope.now.toISOString()}::timestamptz) end`,
    })
    .where(thisFactor(scope, factor))
    .returning({ wrongCodes: totpFactor.wrongCodes });
  if (row?.wrongCodes === MOST_WRONG_CODES) {
    await recordAudit(scope, "identity.factor-locked", { id: factor.id });
    await tellChange(scope, accountId, "factor-locked");
  }
  return (row?.wrongCodes ?? 0) >= MOST_WRONG_CODES;
}

/** One statement moves the step forward: of two requests with the same code, one finds it already moved. */
async function spendTotp({ actor, tx, now }: Scope, factor: Factor, digits: string): Promise<boolean> {
  const seed = totpFactorSeed.ifOpens(factor.seedSealed, { practiceId: actor.practiceId, id: factor.id });
  // Without its seed no code of the app fits. A recovery code still opens.
  if (seed === undefined) return false;
  const secret = Secret.fromBase32(seed);
  const timestamp = now.getTime();
  const ahead = TOTP.validate({ token: digits, secret, ...totpShape, timestamp, window: totpWindow });
  if (ahead === null) return false;
  const step = totpStep(now) + ahead;
  const { rowCount } = await tx
    .update(totpFactor)
    .set({ lastStep: step })
    .where(
      and(
        eq(totpFactor.practiceId, actor.practiceId),
        eq(totpFactor.id, factor.id),
        isNull(totpFactor.removedAt),
        isNull(totpFactor.lockedAt),
        or(isNull(totpFactor.lastStep), lt(totpFactor.lastStep, step)),
      ),
    );
  return rowCount === 1;
}

/** Eighty random bits need no slow hash; the account is part of it, so that a table of hashes fits nobody else. */
export const recoveryHash = (accountId: string, plain: string): Buffer =>
  createHash("sha256").update(`${accountId}|${plain}`).digest();

export async function spendRecoveryCode(
  { actor, tx, now }: Scope,
  factorId: string,
  accountId: string,
  plain: string,
): Promise<boolean> {
  const { rowCount } = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.practiceId, actor.practiceId),
        eq(recoveryCode.accountId, accountId),
        eq(recoveryCode.factorId, factorId),
        eq(recoveryCode.codeHash, recoveryHash(accountId, plain)),
        isNull(recoveryCode.usedAt),
      ),
    );
  return rowCount === 1;
}
