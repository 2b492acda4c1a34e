import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { NotFound, Refused } from "@/lib/errors";
import { passwordFits } from "../../password";
import { addressChange, addressChangeReason } from "../../schema/client-life";
import { account } from "../../schema/identity";
import { attemptWasGood, beginAttempt, countedFor, waitSentence } from "../identity/attempts";
import type { Caller } from "../identity/caller";
import { withdrawLinks } from "../identity/create-invitation";
import { findLink, linkIsOver, spendLink } from "../identity/find-link";
import { lockAccountRow } from "../identity/person";
import { tellChange } from "../identity/tell-change";
import { type SystemScope, withSystemScope } from "../identity/with-system-scope";
import { queueLetter } from "../letters/queue-letter";
import { addressTaken, isTaken } from "./correct-address";
import { keepCorrections } from "./keep-corrections";

/** `problem` is an answer, not an error: the try must stay counted. */
export type Confirmed = { readonly problem: string } | { readonly email: string };

/**
 * The person confirms their new address with the password they have: whoever reads a mistyped one holds the link alone.
 * From here on they sign in with it; the old one is told that it is used no longer, where that is safe, and not of which.
 */
export async function confirmAddress(
  pool: Pool,
  { token, password }: { token: string; password: string },
  caller: Caller,
  now: Date,
): Promise<Confirmed> {
  const link = await findLink(pool, token, "address", now);
  if (!link) throw new Refused(linkIsOver);
  const { person, practiceId, linkId } = link;
  const counted = countedFor(caller, person.email.toLowerCase(), undefined);
  const seconds = await beginAttempt(pool, caller.limitSecret, counted);
  if (seconds > 0) return { problem: waitSentence(seconds) };
  if (!(await passwordFits(person.passwordHash, password)))
    return { problem: "That is not the password that you sign in with." };
  await attemptWasGood(pool, caller.limitSecret, counted);
  return withSystemScope(pool, practiceId, now, (scope) => change(scope, person.accountId, linkId));
}

async function change(scope: SystemScope, accountId: string, linkId: string): Promise<{ email: string }> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const held = await lockAccountRow(scope, accountId);
  const [asked] = await tx
    .select()
    .from(addressChange)
    .where(and(eq(addressChange.practiceId, practiceId), eq(addressChange.id, linkId)));
  if (!held?.hasAccess || !asked) throw new NotFound();
  const { clientId, email } = asked;
  if (await isTaken(scope, email)) throw new Refused(addressTaken);
  await spendLink(scope, linkId, "address");
  await withdrawLinks(scope, accountId);
  await tx
    .update(account)
    .set({ email })
    .where(and(eq(account.practiceId, practiceId), eq(account.id, accountId)));
  await keepCorrections(scope, {
    ...{ clientId, correctedBy: asked.askedBy },
    corrections: [{ field: "email", before: held.email, after: email }],
    reason: addressChangeReason.read(asked.reasonSealed, { practiceId, id: asked.id }),
  });
  await tellChange(scope, accountId, "address-changed", { isByLetter: false });
  if (asked.tellsOld)
    await queueLetter(scope, { accountId, about: { kind: "address-told", id: asked.id }, to: held.email });
  return { email };
}
