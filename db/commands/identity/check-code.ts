import { createHash } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { readRecoveryCode } from "@/lib/identity/recovery-code";
import { readTotpCode, totpShape, totpStep, totpWindow } from "@/lib/identity/totp-rule";
import { recoveryCode, totpFactor, totpFactorSeed } from "../../schema/identity";
import type { Scope } from "../../scope";
import type { Factor } from "./person";

/** Spends a six-digit code or a recovery code of this factor. False when it does not fit or was spent before. */
export async function spendCode(scope: Scope, factor: Factor, accountId: string, typed: string): Promise<boolean> {
  const digits = readTotpCode(typed);
  if (digits) return spendTotp(scope, factor, digits);
  const code = readRecoveryCode(typed);
  return code !== undefined && factor.confirmedAt !== null && spendRecoveryCode(scope, factor.id, accountId, code);
}

/** One statement moves the step forward: of two requests with the same code, one finds it already moved. */
async function spendTotp({ actor, tx, now }: Scope, factor: Factor, digits: string): Promise<boolean> {
  const secret = Secret.fromBase32(
    totpFactorSeed.open(factor.seedSealed, { practiceId: actor.practiceId, id: factor.id }),
  );
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
