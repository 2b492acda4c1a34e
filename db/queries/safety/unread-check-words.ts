import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { checkAnswer, checkSitting, checkWordsRead } from "@/db/schema/check-sitting";
import type { Scope } from "@/db/scope";

const read = alias(checkWordsRead, "r");

/** True for words of a check that nobody has marked as read, as a condition on `check_answer`. */
export const isUnreadWords = qualified`${checkAnswer.isWords} and not exists (select 1 from ${checkWordsRead} ${read}
  where ${read.practiceId} = ${checkAnswer.practiceId} and ${read.answerId} = ${checkAnswer.id})`;

/** Whether a client wrote something in a check that nobody has read: nothing is cleared until then. The caller has looked the client up. */
export async function hasUnreadWords({ actor, tx }: Scope, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: checkAnswer.id })
    .from(checkAnswer)
    .innerJoin(
      checkSitting,
      and(eq(checkSitting.practiceId, checkAnswer.practiceId), eq(checkSitting.id, checkAnswer.sittingId)),
    )
    .where(and(eq(checkSitting.practiceId, actor.practiceId), eq(checkSitting.clientId, clientId), isUnreadWords))
    .limit(1);
  return row !== undefined;
}
