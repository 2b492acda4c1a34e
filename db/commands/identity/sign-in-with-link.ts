import type { Pool } from "pg";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { Refused } from "@/lib/errors";
import { recordAudit } from "../../audit";
import type { Browser } from "./caller";
import { findLink, linkIsOver, spendLink } from "./find-link";
import { lockAccountRow } from "./person";
import { type Entry, enterAs } from "./sign-in";
import { withSystemScope } from "./with-system-scope";

/**
 * A letter's link instead of the password, once, for whoever would wait at the door for what strangers try. It goes around
 * no second step. An address that was called unsafe since it was sent opens nothing.
 */
export async function signInWithLink(
  pool: Pool,
  { token }: { token: string },
  browser: Browser,
  now: Date,
): Promise<Entry> {
  const link = await findLink(pool, token, "sign_in", now);
  if (!link) throw new Refused(linkIsOver);
  const { accountId } = link.person;
  return withSystemScope(pool, link.practiceId, now, async (scope) => {
    const held = await lockAccountRow(scope, accountId);
    if (!held?.hasAccess || !(await mayWriteTo(scope, accountId))) throw new Refused(linkIsOver);
    await spendLink(scope, link.linkId, "sign_in");
    await recordAudit(scope, "identity.sign-in-link-used", { id: accountId });
    return enterAs(scope, held, browser);
  });
}
