import { and, eq, isNull } from "drizzle-orm";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";

/** What waits for an account to be written to will not go out any more. What was sent stays as it was. */
export async function setLettersAside({ actor, tx, now }: Scope, accountId: string): Promise<void> {
  await tx
    .update(outboxLetter)
    .set({ setAsideAt: now })
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.accountId, accountId),
        isNull(outboxLetter.sentAt),
        isNull(outboxLetter.setAsideAt),
      ),
    );
}
