import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { Pool } from "pg";
import type { PasskeyEntry } from "@/lib/identity/passkey-form";
import { recordAudit } from "../../audit";
import { attemptWasGood, beginAttempt, countedFor } from "./attempts";
import type { Caller } from "./caller";
import { knownMark } from "./known-device";
import { openSessionFor } from "./open-session";
import { mintChallenge } from "./passkey-challenge";
import { findOwnPasskey, keepPasskeyUse } from "./passkey-use";
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
  const person = await lockAccountRow(scope, accountId);
  const key = await findOwnPasskey(scope, accountId, answer.id);
  if (key?.id !== passkeyId || !person?.hasAccess || !person.passwordHash) return { result: "refused" };
  if (!(await keepPasskeyUse(scope, key, answer, { party, caller, purpose: "enter" }))) return { result: "refused" };
  await recordAudit(scope, "identity.passkey-used", { id: passkeyId });
  return { result: "session", session: await openSessionFor(scope, person, { ...caller, hasFactor: true }) };
}
