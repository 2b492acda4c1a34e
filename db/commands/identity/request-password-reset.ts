import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { recordAudit } from "../../audit";
import { oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { asSystem } from "./as-system";
import { beginAttempt, countedFor } from "./attempts";
import type { Caller } from "./caller";
import { withdrawLinks } from "./create-invitation";
import { mintToken, tokenHash } from "./one-time-token";
import { holdPerson } from "./person";
import { findAccount } from "./sign-in";

export const resetMinutes = 60;

/**
 * A link to choose a new password, for whoever has one and has access. Undefined for everybody else, and when there
 * were too many requests: the page says the same in each case, and answers before this is done.
 */
export async function requestPasswordReset(
  pool: Pool,
  email: string,
  caller: Caller,
  now: Date,
): Promise<{ token: string; email: string } | undefined> {
  const counted = countedFor(caller, { kind: "link", of: email.toLowerCase() });
  if ((await beginAttempt(pool, caller.limitSecret, counted, now)) > 0) return undefined;
  const { practiceId, accountId } = await findAccount(pool, email);
  return asSystem(pool, practiceId, now, async (scope) => {
    const person = await holdPerson(scope, accountId);
    if (!person?.hasAccess || !person.passwordHash) return undefined;
    return { token: await insertResetLink(scope, accountId), email: person.email };
  });
}

/** The newest link counts; the ones before it stop working. */
export async function insertResetLink(scope: Scope, accountId: string): Promise<string> {
  const { actor, tx, now } = scope;
  await withdrawLinks(scope, accountId, "password_reset");
  const token = mintToken();
  await tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    accountId,
    purpose: "password_reset",
    tokenHash: tokenHash(token),
    createdAt: now,
    endsAt: new Date(now.getTime() + resetMinutes * 60_000),
  });
  await recordAudit(scope, "identity.reset-requested", { id: accountId });
  return token;
}
