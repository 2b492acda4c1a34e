import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import type { PasskeyEntry } from "@/lib/identity/passkey-form";
import { recordAudit } from "../../audit";
import { passkey } from "../../schema/passkey";
import { attemptWasGood, beginAttempt, countedFor } from "./attempts";
import type { Caller } from "./caller";
import { knownMark } from "./known-device";
import { openSessionFor } from "./open-session";
import { mintChallenge, spendChallenge } from "./passkey-challenge";
import type { RelyingParty } from "./passkeys";
import { lockAccountRow } from "./person";
import type { SignInAnswer } from "./sign-in";
import { type SystemScope, withSystemScope } from "./with-system-scope";

/** Asks the browser for any passkey of this house. No account is named, so that nobody learns whether there is one. */
export async function askAtDoor(party: RelyingParty, limitSecret: string, now: Date): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: mintChallenge(limitSecret, "enter", now),
    userVerification: "required",
  });
  return JSON.stringify(options);
}

type Found = { practice_id: string; passkey_id: string; account_id: string };

/**
 * A passkey instead of password and code: the device had to be held and unlocked. What is unknown, was taken away or does not
 * fit gets one answer. Tries count as those of a password do.
 */
export async function signInWithPasskey(
  pool: Pool,
  answer: PasskeyEntry,
  { party, caller }: { party: RelyingParty; caller: Caller },
  now: Date,
): Promise<SignInAnswer> {
  const { rows } = await pool.query<Found>("select * from door_find_passkey($1)", [answer.id]);
  const [found] = rows;
  const mark =
    found &&
    (await withSystemScope(pool, found.practice_id, now, (scope) =>
      knownMark(scope, found.account_id, caller.deviceMark),
    ));
  const counted = countedFor(caller, `passkey|${found?.account_id ?? ""}`, mark);
  const seconds = await beginAttempt(pool, caller.limitSecret, counted);
  if (seconds > 0) return { result: "wait", seconds };
  if (!found) return { result: "refused" };
  const entry = await withSystemScope(pool, found.practice_id, now, (scope) =>
    enter(scope, found, answer, { party, caller }),
  );
  if (entry.result === "session") await attemptWasGood(pool, caller.limitSecret, counted);
  return entry;
}

async function enter(
  scope: SystemScope,
  { passkey_id: passkeyId, account_id: accountId }: Found,
  answer: PasskeyEntry,
  { party, caller }: { party: RelyingParty; caller: Caller },
): Promise<SignInAnswer> {
  const { actor, tx, now } = scope;
  const person = await lockAccountRow(scope, accountId);
  const isThisOne = and(
    eq(passkey.practiceId, actor.practiceId),
    eq(passkey.id, passkeyId),
    eq(passkey.accountId, accountId),
    isNull(passkey.endedAt),
  );
  const [key] = await tx.select().from(passkey).where(isThisOne).for("update");
  if (!key || !person?.hasAccess || !person.passwordHash) return { result: "refused" };
  const counter = await counterAfter(scope, key, answer, { party, caller });
  if (counter === null) {
    await recordAudit(scope, "identity.passkey-refused", { id: passkeyId });
    return { result: "refused" };
  }
  await tx.update(passkey).set({ counter, lastUsedAt: now }).where(isThisOne);
  await recordAudit(scope, "identity.passkey-used", { id: passkeyId });
  return { result: "session", session: await openSessionFor(scope, person, { ...caller, hasFactor: true }) };
}

type Key = Pick<typeof passkey.$inferSelect, "credential" | "publicKey" | "counter" | "accountId">;

/** The key's own count after this answer; null where the answer does not fit, or counts backwards as a copy would. */
async function counterAfter(
  { tx, now }: SystemScope,
  { credential, publicKey, counter, accountId }: Key,
  answer: PasskeyEntry,
  { party, caller }: { party: RelyingParty; caller: Caller },
): Promise<number | null> {
  // The account is named by the key as well: an answer of one account opens no other.
  const { userHandle } = answer.response;
  if (userHandle !== undefined && Buffer.from(userHandle, "base64url").toString() !== accountId) return null;
  const secret = caller.limitSecret;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
    expectedChallenge: (challenge) => spendChallenge(tx.$client, { secret, purpose: "enter", challenge }, now),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id: credential, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  return verified && authenticationInfo?.userVerified ? authenticationInfo.newCounter : null;
}
