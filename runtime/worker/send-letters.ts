import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { outboxLetter } from "@/db/schema/outbox";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { type ClaimedLetter, claimLetters } from "./claim-letters";
import { keepToken } from "./letter-links";

/**
 * `unsure`: the mail server fell silent after it was given the words. `bounced`: it has no such mailbox and never will take
 * it; the code is all that is kept of what it said.
 */
export type SendResult = "taken" | "refused" | "unsure" | { bounced: string };
/**
 * Sends one letter. `handOver` is called once the mail server asks for the words and before it gets any; where it
 * answers false the letter is somebody else's by now, and nothing may be sent.
 */
export type Post = (letter: ClaimedLetter, handOver: () => Promise<boolean>) => Promise<SendResult>;

const longestPauseMs = 15 * 60_000;

/**
 * Claims what is due in one practice, sends it, and marks it: no transaction stays open while a mail server thinks.
 * Killed before the words were handed over, a letter goes when its claim has run out. Killed after that and before
 * the answer was kept, nobody can know: an urgent letter goes again under its old name, any other is set aside.
 */
export async function sendLetters(pool: Pool, actor: SystemActor, post: Post, clock: () => Date): Promise<number> {
  const claim = randomUUID();
  const letters = await claimLetters(pool, actor, claim, clock());
  let sent = 0;
  for (const { clientId, ...letter } of letters) {
    const mine = and(
      eq(outboxLetter.practiceId, actor.practiceId),
      eq(outboxLetter.id, letter.id),
      eq(outboxLetter.claim, claim),
      isNull(outboxLetter.setAsideAt),
    );
    const mark = (set: Partial<typeof outboxLetter.$inferInsert>) => async (scope: Scope<SystemActor>) =>
      ((await scope.tx.update(outboxLetter).set(set).where(mine)).rowCount ?? 0) > 0;
    const handOver = () => {
      const now = clock();
      return withScope(
        pool,
        actor,
        now,
        async (scope) => (await mark({ handedOverAt: now })(scope)) && (await keepToken(scope, letter)),
      );
    };
    const posted = await post(letter, handOver);
    const now = clock();
    await withScope(pool, actor, now, async (scope) => {
      if (!(await mark(outcomeOf(posted, letter, now))(scope))) return;
      if (posted === "taken") await recordAudit(scope, "outbox.letter-sent", { id: letter.id });
      if (typeof posted === "object") await recordAudit(scope, "outbox.letter-bounced", { id: letter.id, clientId });
    });
    if (posted === "taken") sent += 1;
  }
  return sent;
}

function outcomeOf(posted: SendResult, { tries }: ClaimedLetter, now: Date): Partial<typeof outboxLetter.$inferInsert> {
  if (posted === "taken") return { sentAt: now };
  if (typeof posted === "object") return { bouncedAt: now, bounceCode: posted.bounced, setAsideAt: now };
  const pauseMs = Math.min(longestPauseMs, 15_000 * 2 ** (tries - 1));
  const again = { claim: null, claimEndsAt: null, dueAt: new Date(now.getTime() + pauseMs) };
  return posted === "refused" ? { ...again, handedOverAt: null } : again;
}
