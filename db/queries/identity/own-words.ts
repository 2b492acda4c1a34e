import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { account, session } from "../../schema/identity";
import type { Scope } from "../../scope";

/** Whether words that were sent may stand on the own pages now, and for how many milliseconds more; null: without an end. */
export type OwnWords = { isCareful: boolean; areLocked: boolean; closesAfter: number | null };

export async function getOwnWords({ actor, tx, now }: Scope<ClientActor>): Promise<OwnWords> {
  const [row] = await tx
    .select({ isCareful: account.isCareful, until: session.wordsOpenUntil })
    .from(account)
    .leftJoin(
      session,
      and(
        eq(session.practiceId, account.practiceId),
        eq(session.accountId, account.id),
        eq(session.id, actor.sessionId),
      ),
    )
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  if (row && !row.isCareful) return { isCareful: false, areLocked: false, closesAfter: null };
  const left = (row?.until?.getTime() ?? 0) - now.getTime();
  return left > 0
    ? { isCareful: true, areLocked: false, closesAfter: left }
    : { isCareful: true, areLocked: true, closesAfter: null };
}
