import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { resetEnds } from "@/lib/domain/identity/link-life";
import { recordAudit } from "../../audit";
import { oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { asSystem } from "./as-system";
import { beginAttempt, countedFor } from "./attempts";
import type { Caller } from "./caller";
import { withdrawLinks } from "./create-invitation";
import { mintToken, tokenHash } from "./one-time-token";
import { holdPerson } from "./person";
import { findAccount } from "./sign-in";

/**
 * A letter with a link to choose a new password, for whoever has one and has access; none for everybody else, and none
 * when there were too many requests. The page says the same in each case, and answers before this is done.
 */
export async function requestPasswordReset(pool: Pool, email: string, caller: Caller, now: Date): Promise<void> {
  const counted = countedFor(caller, { kind: "link", of: email.toLowerCase() });
  if ((await beginAttempt(pool, caller.limitSecret, counted, now)) > 0) return;
  const { practiceId, accountId } = await findAccount(pool, email);
  await asSystem(pool, practiceId, now, async (scope) => {
    const person = await holdPerson(scope, accountId);
    if (!person?.hasAccess || !person.passwordHash) return;
    const { linkId } = await insertResetLink(scope, accountId);
    await queueLetter(scope, { accountId, about: { kind: "password-link", id: linkId } });
  });
}

/** The newest link counts; the ones before it stop working. */
export async function insertResetLink(scope: Scope, accountId: string): Promise<{ token: string; linkId: string }> {
  const { actor, tx, now } = scope;
  await withdrawLinks(scope, accountId, "password_reset");
  const token = mintToken();
  const linkId = randomUUID();
  await tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id: linkId,
    accountId,
    purpose: "password_reset",
    tokenHash: tokenHash(token),
    createdAt: now,
    endsAt: resetEnds(now),
  });
  await recordAudit(scope, "identity.reset-requested", { id: accountId });
  return { token, linkId };
}
