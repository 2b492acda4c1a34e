import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { recordAudit } from "../../audit";
import { signInChallenge } from "../../schema/identity";
import { attemptWasGood, beginAttempt, countedForCode } from "./attempts";
import type { Browser, Caller } from "./caller";
import { spendCode } from "./check-code";
import { knownMark } from "./known-device";
import { tokenHash } from "./one-time-token";
import { type OpenedSession, openSessionFor } from "./open-session";
import { findFactor, findPerson } from "./person";
import { type SystemScope, withSystemScope } from "./with-system-scope";

const challengeTries = 5;

export type SecondFactorAnswer =
  | { result: "wait"; seconds: number }
  | { result: "refused"; triesLeft: number; isLocked: boolean }
  | { result: "over" }
  | { result: "session"; session: OpenedSession };

type Try = { accountId: string; tries: number };

/**
 * The second step. The try is counted and committed before the code is looked at: five for a challenge, however many
 * arrive at once, and a slower limit for the account across challenges.
 */
export async function verifySecondFactor(
  pool: Pool,
  { challenge, code }: { challenge: string; code: string },
  caller: Caller,
  now: Date,
): Promise<SecondFactorAnswer> {
  const { rows } = await pool.query<{ practice_id: string; challenge_id: string }>(
    "select * from door_find_challenge($1)",
    [tokenHash(challenge)],
  );
  const [found] = rows;
  if (!found) return { result: "over" };
  const { practice_id: practiceId, challenge_id: challengeId } = found;
  const asked = await withSystemScope(pool, practiceId, now, async (scope) => {
    const accountId = await accountOf(scope, challengeId);
    return accountId && { accountId, mark: await knownMark(scope, accountId, caller.deviceMark) };
  });
  if (!asked) return { result: "over" };

  const counted = countedForCode(caller, asked.accountId, asked.mark);
  const seconds = await beginAttempt(pool, caller.limitSecret, counted);
  if (seconds > 0) return { result: "wait", seconds };
  const taken = await withSystemScope(pool, practiceId, now, (scope) => takeTry(scope, challengeId));
  if (!taken) return { result: "over" };

  const answer = await withSystemScope(pool, practiceId, now, (scope) =>
    check(scope, challengeId, taken, code, caller),
  );
  if (answer.result === "session") await attemptWasGood(pool, caller.limitSecret, counted);
  return answer;
}

const openChallenge = ({ actor, now }: SystemScope, challengeId: string) =>
  and(
    eq(signInChallenge.practiceId, actor.practiceId),
    eq(signInChallenge.id, challengeId),
    isNull(signInChallenge.usedAt),
    gt(signInChallenge.endsAt, now),
  );

async function accountOf(scope: SystemScope, challengeId: string): Promise<string | undefined> {
  const [row] = await scope.tx
    .select({ accountId: signInChallenge.accountId })
    .from(signInChallenge)
    .where(and(openChallenge(scope, challengeId), lt(signInChallenge.tries, challengeTries)));
  return row?.accountId;
}

async function takeTry(scope: SystemScope, challengeId: string): Promise<Try | undefined> {
  const [row] = await scope.tx
    .update(signInChallenge)
    .set({ tries: sql`${signInChallenge.tries} + 1` })
    .where(and(openChallenge(scope, challengeId), lt(signInChallenge.tries, challengeTries)))
    .returning({ accountId: signInChallenge.accountId, tries: signInChallenge.tries });
  return row;
}

async function check(
  scope: SystemScope,
  challengeId: string,
  { accountId, tries }: Try,
  code: string,
  browser: Browser,
): Promise<SecondFactorAnswer> {
  const person = await findPerson(scope, accountId);
  const factor = await findFactor(scope, accountId);
  if (!person?.hasAccess || !factor?.confirmedAt) return { result: "over" };
  const spent = await spendCode(scope, factor, accountId, code);
  if (spent !== "spent") {
    await recordAudit(scope, "identity.code-refused", { id: accountId });
    const triesLeft = challengeTries - tries;
    return triesLeft > 0 ? { result: "refused", triesLeft, isLocked: spent === "locked" } : { result: "over" };
  }
  const { rowCount } = await scope.tx
    .update(signInChallenge)
    .set({ usedAt: scope.now })
    .where(openChallenge(scope, challengeId));
  if (!rowCount) return { result: "over" };
  return { result: "session", session: await openSessionFor(scope, person, { ...browser, hasFactor: true }) };
}
