import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { LetterKind } from "@/lib/messages/letter-kinds";
import { outboxLetter } from "../../schema/outbox";
import { pushNote, pushSubscription } from "../../schema/push";
import type { Scope } from "../../scope";

const told = alias(outboxLetter, "told");
const device = alias(pushSubscription, "device");

/**
 * What has not been handed over about this will not go out, neither a letter nor the note to a device that was written with
 * it: it is not there any more. True where there was a letter.
 */
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
  const toldWithIt = qualified`exists (select 1 from ${outboxLetter} ${told}
    join ${pushSubscription} ${device} on ${device.practiceId} = ${told.practiceId} and ${device.accountId} = ${told.accountId}
    where ${told.practiceId} = ${pushNote.practiceId} and ${told.aboutKind} = ${kind} and ${told.aboutId} = ${id}
      and ${device.id} = ${pushNote.subscriptionId} and ${told.createdAt} = ${pushNote.createdAt})`;
  await tx
    .update(pushNote)
    .set({ setAsideAt: now })
    .where(
      and(eq(pushNote.practiceId, actor.practiceId), isNull(pushNote.sentAt), isNull(pushNote.setAsideAt), toldWithIt),
    );
  return (rowCount ?? 0) > 0;
}
