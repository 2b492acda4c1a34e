import { and, eq, gt, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { Refused } from "@/lib/errors";
import { oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { tokenHash } from "./one-time-token";
import { findPerson, type Person } from "./person";
import { type SystemScope, withSystemScope } from "./with-system-scope";

export type LinkPurpose = "address" | "invitation" | "password_reset" | "session_code" | "sign_in";
export type LivingLink = {
  readonly practiceId: string;
  readonly linkId: string;
  readonly person: Person;
  /** Somebody on the staff made it: it did not come from a letter that the person asked for. */
  readonly isMadeByHand: boolean;
};

/** A link that still works, and whose. Used, withdrawn, expired and unknown links are all the same nothing. */
export async function findLink(
  pool: Pool,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<LivingLink | undefined> {
  const { rows } = await pool.query<{ practice_id: string; link_id: string }>("select * from door_find_link($1)", [
    tokenHash(token),
  ]);
  const [found] = rows;
  if (!found) return undefined;
  return withSystemScope(pool, found.practice_id, now, async (scope) => {
    const [row] = await scope.tx
      .select({ accountId: oneTimeLink.accountId, createdBy: oneTimeLink.createdBy })
      .from(oneTimeLink)
      .where(stillWorks(scope, found.link_id, purpose));
    if (!row) return undefined;
    const person = await findPerson(scope, row.accountId);
    if (!person?.hasAccess) return undefined;
    return { practiceId: found.practice_id, linkId: found.link_id, person, isMadeByHand: row.createdBy !== null };
  });
}

/** Uses the link up. Of many at once one succeeds; the others are told that it is used. */
export async function spendLink(scope: SystemScope, linkId: string, purpose: LinkPurpose): Promise<void> {
  const { rowCount } = await scope.tx
    .update(oneTimeLink)
    .set({ usedAt: scope.now })
    .where(stillWorks(scope, linkId, purpose));
  if (!rowCount) throw new Refused(linkIsOver);
}

/** What a letter carried opens nothing from here on; a link that was handed over in person still does. */
export async function forgetMailedLinks({ actor, tx }: Pick<Scope, "actor" | "tx">, accountId: string): Promise<void> {
  await tx
    .update(oneTimeLink)
    .set({ mailedHash: null })
    .where(and(eq(oneTimeLink.practiceId, actor.practiceId), eq(oneTimeLink.accountId, accountId)));
}

export const linkIsOver = "This link was used, replaced or has run out. Ask for a new one.";

const stillWorks = ({ actor, now }: SystemScope, linkId: string, purpose: LinkPurpose) =>
  and(
    eq(oneTimeLink.practiceId, actor.practiceId),
    eq(oneTimeLink.id, linkId),
    eq(oneTimeLink.purpose, purpose),
    isNull(oneTimeLink.usedAt),
    isNull(oneTimeLink.withdrawnAt),
    gt(oneTimeLink.endsAt, now),
  );
