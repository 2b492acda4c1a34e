import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { nextLinkMinutes } from "@/lib/domain/identity/link-life";
import { recordAudit } from "../../audit";
import { mayWriteTo } from "../../queries/address-safety";
import { oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { asSystem } from "./as-system";
import { mintToken, tokenHash } from "./one-time-token";
import { holdPerson } from "./person";
import { findAccount } from "./sign-in";

/**
 * A link to choose a new password, for whoever has one, has access and may be written to. Undefined for everybody else, and once a day has
 * had its letters: the page says the same in each case, and answers before this is done. Nothing here can be used up by
 * a stranger: the links before it live on, and no count of addresses stands in the way.
 */
export async function requestPasswordReset(
  pool: Pool,
  email: string,
  now: Date,
): Promise<{ token: string; email: string } | undefined> {
  const { practiceId, accountId } = await findAccount(pool, email);
  return asSystem(pool, practiceId, now, async (scope) => {
    const person = await holdPerson(scope, accountId);
    if (!person?.hasAccess || !person.passwordHash || !(await mayWriteTo(scope, accountId))) return undefined;
    const minutes = nextLinkMinutes(await askedInTheLastDay(scope, accountId));
    if (minutes === null) return undefined;
    return { token: await insertResetLink(scope, accountId, minutes), email: person.email };
  });
}

export async function insertResetLink(
  scope: Scope,
  accountId: string,
  minutes: number,
  createdBy?: string,
): Promise<string> {
  const { actor, tx, now } = scope;
  const token = mintToken();
  await tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    accountId,
    purpose: "password_reset",
    tokenHash: tokenHash(token),
    createdBy,
    createdAt: now,
    endsAt: new Date(now.getTime() + minutes * 60_000),
  });
  await recordAudit(scope, "identity.reset-requested", { id: accountId });
  return token;
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
