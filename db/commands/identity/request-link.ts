import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import type { AuditAction } from "@/lib/audit/actions";
import { nextLinkMinutes } from "@/lib/identity/link-life";
import type { LinkKind } from "@/lib/messages/letter-kinds";
import { recordAudit } from "../../audit";
import { oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { mintToken, tokenHash } from "./one-time-token";
import { lockAccountRow } from "./person";
import { findAccount } from "./sign-in";
import { withSystemScope } from "./with-system-scope";

type AskedPurpose = "password_reset" | "sign_in";

/** What a person asks for at the door, the letter that brings it, and what the record says of it. */
const asked: Record<AskedPurpose, { letter: LinkKind; audit: AuditAction }> = {
  password_reset: { letter: "password-link", audit: "identity.reset-requested" },
  sign_in: { letter: "sign-in-link", audit: "identity.sign-in-link-asked" },
};

/**
 * A letter with a link, for whoever has a password, has access and may be written to; none for everybody else, and none
 * once a day has had its letters: the page says the same in each case, and answers before this is done. Nothing here can
 * be used up by a stranger: the links before it live on, and no count of addresses stands in the way.
 */
export async function requestLink(pool: Pool, email: string, purpose: AskedPurpose, now: Date): Promise<void> {
  const { practiceId, accountId } = await findAccount(pool, email);
  await withSystemScope(pool, practiceId, now, async (scope) => {
    const person = await lockAccountRow(scope, accountId);
    if (!person?.hasAccess || !person.passwordHash || !(await mayWriteTo(scope, accountId))) return;
    const minutes = nextLinkMinutes(await askedInTheLastDay(scope, accountId, purpose));
    if (minutes === null) return;
    const { linkId } = await insertAskedLink(scope, { accountId, purpose, minutes });
    await queueLetter(scope, { accountId, about: { kind: asked[purpose].letter, id: linkId } });
  });
}

type Asked = { accountId: string; purpose: AskedPurpose; minutes: number; createdBy?: string };

export async function insertAskedLink(
  scope: Scope,
  { accountId, purpose, minutes, createdBy }: Asked,
): Promise<{ token: string; linkId: string }> {
  const { actor, tx, now } = scope;
  const token = mintToken();
  const linkId = randomUUID();
  await tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id: linkId,
    accountId,
    purpose,
    tokenHash: tokenHash(token),
    createdBy,
    createdAt: now,
    endsAt: new Date(now.getTime() + minutes * 60_000),
  });
  await recordAudit(scope, asked[purpose].audit, { id: accountId });
  return { token, linkId };
}

/** Those that the person, or a stranger in their name, asked for. What staff made by hand counts for nobody. */
const askedInTheLastDay = ({ actor, tx, now }: Scope, accountId: string, purpose: AskedPurpose) =>
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
        eq(oneTimeLink.purpose, purpose),
        isNull(oneTimeLink.createdBy),
        gt(oneTimeLink.createdAt, new Date(now.getTime() - 86_400_000)),
      ),
    );
