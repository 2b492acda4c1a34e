import { and, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import { recordAudits } from "@/db/audit";
import { outboxLetter } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { LETTER_DAYS } from "@/lib/messages/delivery-status";

/** Letters of the practice that may still go out. */
export const unsent = ({ actor, now }: Scope<SystemActor>): SQL | undefined =>
  and(
    eq(outboxLetter.practiceId, actor.practiceId),
    isNull(outboxLetter.sentAt),
    isNull(outboxLetter.setAsideAt),
    gt(outboxLetter.createdAt, new Date(now.getTime() - LETTER_DAYS * 86_400_000)),
  );

/** Not in the hands of a worker. */
export const unclaimed = (now: Date): SQL | undefined =>
  or(isNull(outboxLetter.claimEndsAt), lte(outboxLetter.claimEndsAt, now));

/** Letters that will not go out: somebody wants none, another letter says it, or there is nothing left to say. */
export async function setAside(scope: Scope<SystemActor>, which: SQL | undefined): Promise<void> {
  const { tx, now } = scope;
  const aside = await tx
    .update(outboxLetter)
    .set({ setAsideAt: now })
    .where(and(unsent(scope), which, unclaimed(now)))
    .returning({ id: outboxLetter.id });
  await recordAudits(scope, "outbox.letter-set-aside", aside);
}
