import { randomUUID } from "node:crypto";
import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { SystemActor } from "@/lib/domain/actor";
import { recordAudit } from "../audit";
import { account } from "../schema/identity";
import { outboxLetter } from "../schema/outbox";
import { withScope } from "../scope";

/** A claimed letter. `id` names the message as well, so that a second delivery of it is recognised as the same one. */
export type ClaimedLetter = { id: string; to: string; tries: number };
export type Post = (letter: ClaimedLetter) => Promise<boolean>;

/** How long a claim holds. A worker that was killed loses its claims after this, and another sends the letters. */
export const CLAIM_MS = 60_000;
/** Letters older than this are no longer sent. */
export const LETTER_DAYS = 7;
const atOnce = 10;
const longestPauseMs = 15 * 60_000;

/**
 * Claims what is due in one practice, sends it, and marks it sent: three steps, so that no transaction stays open
 * while a mail server thinks. A killed worker loses nothing: its claim runs out.
 */
export async function sendLetters(pool: Pool, actor: SystemActor, post: Post, clock: () => Date): Promise<number> {
  const claim = randomUUID();
  const letters = await claimLetters(pool, actor, claim, clock());
  let sent = 0;
  for (const letter of letters) {
    const isSent = await post(letter);
    const now = clock();
    await withScope(pool, actor, now, async (scope) => {
      const mine = and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.id, letter.id),
        eq(outboxLetter.claim, claim),
      );
      const pauseMs = Math.min(longestPauseMs, 15_000 * 2 ** (letter.tries - 1));
      const outcome = isSent
        ? { sentAt: now }
        : { claim: null, claimEndsAt: null, dueAt: new Date(now.getTime() + pauseMs) };
      const { rowCount } = await scope.tx.update(outboxLetter).set(outcome).where(mine);
      if (isSent && rowCount) await recordAudit(scope, "outbox.letter-sent", { kind: "outbox_letter", id: letter.id });
    });
    if (isSent) sent += 1;
  }
  return sent;
}

async function claimLetters(pool: Pool, actor: SystemActor, claim: string, now: Date): Promise<ClaimedLetter[]> {
  const oldest = new Date(now.getTime() - LETTER_DAYS * 86_400_000);
  return withScope(pool, actor, now, async ({ tx }) => {
    const due = tx
      .select({ id: outboxLetter.id })
      .from(outboxLetter)
      .where(
        and(
          eq(outboxLetter.practiceId, actor.practiceId),
          isNull(outboxLetter.sentAt),
          lte(outboxLetter.dueAt, now),
          gt(outboxLetter.createdAt, oldest),
          or(isNull(outboxLetter.claimEndsAt), lte(outboxLetter.claimEndsAt, now)),
        ),
      )
      .orderBy(outboxLetter.createdAt)
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const claimed = await tx
      .update(outboxLetter)
      .set({ claim, claimEndsAt: new Date(now.getTime() + CLAIM_MS), tries: sql`${outboxLetter.tries} + 1` })
      .where(and(eq(outboxLetter.practiceId, actor.practiceId), inArray(outboxLetter.id, due)))
      .returning({ id: outboxLetter.id, accountId: outboxLetter.accountId, tries: outboxLetter.tries });
    if (claimed.length === 0) return [];
    const people = await tx
      .select({ id: account.id, email: account.email })
      .from(account)
      .where(
        and(
          eq(account.practiceId, actor.practiceId),
          inArray(
            account.id,
            claimed.map(({ accountId }) => accountId),
          ),
        ),
      );
    const addresses = new Map(people.map(({ id, email }) => [id, email]));
    return claimed.flatMap(({ id, accountId, tries }) => {
      const to = addresses.get(accountId);
      return to ? [{ id, to, tries }] : [];
    });
  });
}
