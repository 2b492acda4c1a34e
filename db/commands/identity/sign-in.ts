import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { NoticedKind } from "@/lib/audit/noticed";
import { laneIsFull, laneOf } from "@/lib/lane";
import { passwordFits } from "../../password";
import { signInChallenge } from "../../schema/identity";
import { attemptWasGood, beginAttempt, countedFor } from "./attempts";
import type { Browser, Caller } from "./caller";
import { knownMark } from "./known-device";
import { isFirstInMinute, notice } from "./notice";
import { mintToken, tokenHash } from "./one-time-token";
import { type OpenedSession, openSessionFor } from "./open-session";
import { findFactor, findPerson, lockAccountRow, type Person } from "./person";
import { type SystemScope, withSystemScope } from "./with-system-scope";

const challengeSeconds = 300;

/**
 * Counting, looking and hashing, by who comes: strangers, however many, take two places of the machine, and nobody in a
 * browser that signed in before stands in line behind them.
 */
const lanes = {
  strangers: laneOf({ atOnce: 2, waiting: 60 }),
  known: laneOf({ atOnce: 2, waiting: 200 }),
} as const;
const laneSeconds = 2;

/** Of somebody who has shown who they are. */
export type Entry = { result: "code"; token: string; endsAt: Date } | { result: "session"; session: OpenedSession };

export type SignInAnswer = { result: "wait"; seconds: number } | { result: "refused" } | Entry;

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
  const answer = await lanes[known ? "known" : "strangers"](() =>
    tryPassword(pool, { practiceId, accountId, email, password }, { caller, known }, now),
  );
  return answer === laneIsFull ? { result: "wait", seconds: laneSeconds } : answer;
}

async function tryPassword(
  pool: Pool,
  {
    practiceId,
    accountId,
    email,
    password,
  }: { practiceId: string; accountId: string; email: string; password: string },
  { caller, known }: { caller: Caller; known: string | undefined },
  now: Date,
): Promise<SignInAnswer> {
  const counted = countedFor(caller, email.toLowerCase(), known);
  const system = { kind: "system", role: "system", practiceId } as const;
  const refuse = (kind: NoticedKind) => notice(pool, system, now, { kind, accountId, device: caller.device });
  const seconds = await beginAttempt(pool, caller.limitSecret, counted);
  if (seconds > 0) {
    if (isFirstInMinute(`${email.toLowerCase()}|${known ?? ""}`, now.getTime())) await refuse("had-to-wait");
    return { result: "wait", seconds };
  }

  const person = await withSystemScope(pool, practiceId, now, (scope) => findPerson(scope, accountId));
  const fits = await passwordFits(person?.passwordHash, password);
  if (!fits || !person?.hasAccess) {
    await refuse("password-refused");
    return { result: "refused" };
  }

  await attemptWasGood(pool, caller.limitSecret, counted);
  return withSystemScope(pool, practiceId, now, async (scope): Promise<SignInAnswer> => {
    const held = await lockAccountRow(scope, accountId);
    if (!held?.hasAccess || held.passwordHash !== person.passwordHash) return { result: "refused" };
    return enterAs(scope, held, caller);
  });
}

/** Who is known by now: a session, or the second step where there is one. */
export async function enterAs(scope: SystemScope, person: Person, browser: Browser): Promise<Entry> {
  const factor = await findFactor(scope, person.accountId);
  if (factor?.confirmedAt) return { result: "code", ...(await openChallenge(scope, person)) };
  return { result: "session", session: await openSessionFor(scope, person, { ...browser, hasFactor: false }) };
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
