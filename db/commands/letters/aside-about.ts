import { and, eq, isNull } from "drizzle-orm";
import type { LetterKind } from "@/lib/messages/letter-kinds";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";

/** What has not been handed over about this will not go out: it is not there any more. True where there was a letter. */
export async function setAsideAbout(
  { actor, tx, now }: Scope,
  { kind, id }: { kind: LetterKind; id: string },
): Promise<boolean> {
  const { rowCount } = await tx
    .update(outboxLetter)
    .set({ setAsideAt: now })
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.aboutKind, kind),
        eq(outboxLetter.aboutId, id),
        isNull(outboxLetter.sentAt),
        isNull(outboxLetter.setAsideAt),
      ),
    );
  return (rowCount ?? 0) > 0;
}
