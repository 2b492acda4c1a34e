import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { nextLinkMinutes } from "@/lib/identity/link-life";
import { recordAudit } from "../../audit";
import { oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { mintToken, tokenHash } from "./one-time-token";
import { lockAccountRow } from "./person";
import { findAccount } from "./sign-in";
import { withSystemScope } from "./with-system-scope";

/**
 * A letter with a link to choose a new password, for whoever has one, has access and may be written to; none for
 * everybody else, and none once a day has had its letters: the page says the same in each case, and answers before this
 * is done. Nothing here can be used up by a stranger: the links before it live on, and no count of addresses stands in
 * the way.
 */
export async function requestPasswordReset(pool: Pool, email: string, now: Date): Promise<void> {
  const { practiceId, accountId } = await findAccount(pool, email);
  await withSystemScope(pool, practiceId, now, async (scope) => {
    const person = await lockAccountRow(scope, accountId);
    if (!person?.hasAccess || !person.passwordHash || !(await mayWriteTo(scope, accountId))) return;
    const minutes = nextLinkMinutes(await askedInTheLastDay(scope, accountId));
    if (minutes === null) return;
    const { linkId } = await insertResetLink(scope, accountId, minutes);
    await queueLetter(scope, { accountId, about: { kind: "password-link", id: linkId } });
  });
}

export async function insertResetLink(
  scope: Scope,
  accountId: string,
  minutes: number,
  createdBy?: string,
): Promise<{ token: string; linkId: string }> {
  const { actor, tx, now } = scope;
  const token = mintToken();
  const linkId = randomUUID();
  await tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id: linkId,
    accountId,
    purpose: "password_reset",
    tokenHash: tokenHash(token),
    createdBy,
    createdAt: now,
    endsAt: new Date(now.getTime() + minutes * 60_000),
  });
  await recordAudit(scope, "identity.reset-requested", { id: accountId });
  return { token, linkId };
}

/** Those that the person, or a stranger in their name, asked for. What staff made by hand counts for nobody. */
const askedInTheLastDay = ({ actor, tx, now }: Scope, accountId: string) =>
  tx
    .select({
      isAlive: sql<boolean>`${oneTimeLink.usedAt} is null and ${oneTimeLink.withdrawnAt} is null
        and ${oneTimeLink.endsAt} > ${now.toISOString()}::timestamptz`,
    })
    .from(oneTimeLink)
    .where(
      and(
        eq(oneTimeLink.practiceId, actor.practiceId),
        eq(oneTimeLink.accountId, accountId),
        eq(oneTimeLink.purpose, "password_reset"),
        isNull(oneTimeLink.createdBy),
        gt(oneTimeLink.createdAt, new Date(now.getTime() - 86_400_000)),
      ),
    );
