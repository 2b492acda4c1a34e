import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { isUnreadWords } from "@/db/queries/safety/unread-check-words";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import type { ReadWordsForm } from "@/lib/safety/check-form";
import { recordAudit } from "../../audit";
import { checkAnswer, checkSitting, checkWordsRead } from "../../schema/check-sitting";
import type { Scope } from "../../scope";
import { lockClient } from "./lock-client";

/** Somebody has read what a client wrote in a check: what stood on their page, and nothing that came since. Until then nothing is cleared. */
export async function markWordsRead(
  scope: Scope<StaffActor>,
  { clientId, assessmentId, seen }: ReadWordsForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.handle");
  await lockClient(scope, clientId);
  const { practiceId } = actor;
  const unread = await tx
    .select({ id: checkAnswer.id })
    .from(checkAnswer)
    .innerJoin(
      checkSitting,
      and(eq(checkSitting.practiceId, checkAnswer.practiceId), eq(checkSitting.id, checkAnswer.sittingId)),
    )
    .where(
      and(
        eq(checkSitting.practiceId, practiceId),
        eq(checkSitting.clientId, clientId),
        eq(checkSitting.assessmentId, assessmentId),
        inArray(checkAnswer.id, seen),
        isUnreadWords,
      ),
    );
  if (unread.length === 0) return;
  await tx
    .insert(checkWordsRead)
    .values(
      unread.map(({ id }) => ({ practiceId, id: randomUUID(), answerId: id, readBy: actor.accountId, readAt: now })),
    );
  await recordAudit(scope, "safety.words-read", { id: assessmentId, clientId });
}
