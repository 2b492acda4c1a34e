import { and, eq, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { openLocked } from "@/db/queries/identity/session";
import type { PasskeyEntry } from "@/lib/identity/passkey-form";
import { MOST_LOCK_TRIES } from "@/lib/identity/session-limits";
import { readTotpCode } from "@/lib/identity/totp-rule";
import { recordAudit } from "../../audit";
import { session } from "../../schema/identity";
import { inTransaction } from "../../scope";
import type { Caller } from "./caller";
import { tokenHash } from "./one-time-token";
import type { RelyingParty } from "./passkeys";
import { findFactor } from "./person";
import { type OwnScope, type Proof, proveFactor } from "./prove-identity";
import { askForStepUp, stepUp, stepUpByPasskey } from "./step-up";

/** `over`: no locked sign-in any more, or not one that may be tried again; who comes signs in from the start. */
export type LockAnswer = { result: "opened" } | { result: "refused"; problem: string } | { result: "over" };

/** Opens a sign-in that locked itself, by the password or by a code of the app, whichever was typed. */
export const openLock = (pool: Pool, token: string, typed: string, caller: Caller, now: Date): Promise<LockAnswer> =>
  tryLock(pool, token, now, async (scope) => {
    const code = readTotpCode(typed);
    if (!code) return stepUp(scope, typed, caller.limitSecret);
    if (!(await findFactor(scope, scope.actor.accountId)))
      return { problem: "There is no app here. Use the password." };
    return proveFactor(scope, code, caller.limitSecret);
  });

/** The same with one of this person's own passkeys. */
export const openLockByPasskey = (
  pool: Pool,
  token: string,
  answer: PasskeyEntry,
  by: { party: RelyingParty; caller: Caller },
  now: Date,
): Promise<LockAnswer> => tryLock(pool, token, now, (scope) => stepUpByPasskey(scope, answer, by));

/** What the device is asked, or null where nothing is locked. */
export const askAtLock = (
  pool: Pool,
  token: string,
  { party, limitSecret }: { party: RelyingParty; limitSecret: string },
  now: Date,
): Promise<string | null> =>
  inTransaction(pool, "read committed", async (tx) => {
    const locked = await openLocked(tx, tokenHash(token), now);
    return locked && askForStepUp({ actor: locked.actor, tx, now }, party, limitSecret);
  });

/** A try is counted before it is looked at, so that many at once are no more than one after the other. */
function tryLock(
  pool: Pool,
  token: string,
  now: Date,
  prove: (scope: OwnScope) => Promise<Proof<unknown>>,
): Promise<LockAnswer> {
  return inTransaction(pool, "read committed", async (tx): Promise<LockAnswer> => {
    const locked = await openLocked(tx, tokenHash(token), now);
    if (!locked) return { result: "over" };
    const { actor } = locked;
    const scope: OwnScope = { actor, tx, now };
    const own = and(
      eq(session.practiceId, actor.practiceId),
      eq(session.id, actor.sessionId),
      isNull(session.revokedAt),
    );
    const [tried] = await tx
      .update(session)
      .set({ lockTries: sql`${session.lockTries} + 1` })
      .where(own)
      .returning({ count: session.lockTries });
    if (!tried) return { result: "over" };
    const proof = await prove(scope);
    if (!("problem" in proof)) {
      await tx.update(session).set({ lastSeenAt: now, lockTries: 0 }).where(own);
      await recordAudit(scope, "identity.lock-opened", { id: actor.sessionId });
      return { result: "opened" };
    }
    await recordAudit(scope, "identity.lock-refused", { id: actor.sessionId });
    if (tried.count < MOST_LOCK_TRIES) return { result: "refused", problem: proof.problem };
    await tx.update(session).set({ revokedAt: now, revokedFor: "lock-tries" }).where(own);
    await recordAudit(scope, "identity.lock-ended", { id: actor.sessionId });
    return { result: "over" };
  });
}
