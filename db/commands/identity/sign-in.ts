import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { passwordFits } from "../../password";
import { signInChallenge } from "../../schema/identity";
import { attemptWasGood, beginAttempt, countedFor } from "./attempts";
import type { Caller } from "./caller";
import { knownMark } from "./known-device";
import { mintToken, tokenHash } from "./one-time-token";
import { type OpenedSession, openSessionFor } from "./open-session";
import { findFactor, findPerson, lockAccountRow, type Person } from "./person";
import { type SystemScope, withSystemScope } from "./with-system-scope";

const challengeSeconds = 300;

export type SignInAnswer =
  | { result: "wait"; seconds: number }
  | { result: "refused" }
  | { result: "code"; token: string; endsAt: Date }
  | { result: "session"; session: OpenedSession };

/**
 * E-mail and password. Whoever is unknown, has no password yet, or has lost access gets the same answer after the
 * same work as a wrong password. With a confirmed second factor the answer is a challenge, not a session.
 */
export async function signInWithPassword(
  pool: Pool,
  { email, password }: { email: string; password: string },
  caller: Caller,
  now: Date,
): Promise<SignInAnswer> {
  const { practiceId, accountId } = await findAccount(pool, email);
  const known = await markFor(pool, practiceId, accountId, caller, now);
  const counted = countedFor(caller, email.toLowerCase(), known);
  const seconds = await beginAttempt(pool, caller.limitSecret, counted);
  if (seconds > 0) return { result: "wait", seconds };

  const person = await withSystemScope(pool, practiceId, now, (scope) => findPerson(scope, accountId));
  const fits = await passwordFits(person?.passwordHash, password);
  if (!fits || !person?.hasAccess) return { result: "refused" };

  await attemptWasGood(pool, caller.limitSecret, counted);
  return withSystemScope(pool, practiceId, now, async (scope): Promise<SignInAnswer> => {
    const held = await lockAccountRow(scope, accountId);
    if (!held?.hasAccess || held.passwordHash !== person.passwordHash) return { result: "refused" };
    const factor = await findFactor(scope, accountId);
    if (factor?.confirmedAt) return { result: "code", ...(await openChallenge(scope, held)) };
    const session = await openSessionFor(scope, held, { ...caller, hasFactor: false });
    return { result: "session", session };
  });
}

/** A browser without a mark costs nothing here: that is what a flood of strangers looks like. */
const markFor = async (pool: Pool, practiceId: string, accountId: string, { deviceMark }: Caller, now: Date) =>
  deviceMark ? withSystemScope(pool, practiceId, now, (scope) => knownMark(scope, accountId, deviceMark)) : undefined;

/** An unknown e-mail answers with ids that nobody has, so that the same statements follow. */
export async function findAccount(pool: Pool, email: string): Promise<{ practiceId: string; accountId: string }> {
  const { rows } = await pool.query<{ practice_id: string; account_id: string }>(
    "select * from door_find_account($1)",
    [email],
  );
  return { practiceId: rows[0]?.practice_id ?? randomUUID(), accountId: rows[0]?.account_id ?? randomUUID() };
}

async function openChallenge(
  { actor, tx, now }: SystemScope,
  person: Person,
): Promise<{ token: string; endsAt: Date }> {
  const token = mintToken();
  const endsAt = new Date(now.getTime() + challengeSeconds * 1000);
  await tx.insert(signInChallenge).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    accountId: person.accountId,
    tokenHash: tokenHash(token),
    createdAt: now,
    endsAt,
  });
  return { token, endsAt };
}
