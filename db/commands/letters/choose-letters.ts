import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { ClientActor } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { recordAudit } from "../../audit";
import { ownLetters } from "../../queries/letters";
import { letterChoice, outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";

export const lettersShape = z.strictObject({ letters: z.enum(["yes", "no"]) });

/** A client's own choice, from this moment on: what has not gone out yet stays here too. Chosen again, it changes nothing. */
export async function chooseLetters(
  scope: Scope<ClientActor>,
  { letters }: z.infer<typeof lettersShape>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { practiceId, accountId, clientId } = actor;
  const wantsLetters = letters === "yes";
  if ((await ownLetters(scope)) === wantsLetters) return;
  const id = randomUUID();
  await tx.insert(letterChoice).values({ practiceId, id, accountId, wantsLetters, chosenAt: now });
  if (!wantsLetters) {
    await tx
      .update(outboxLetter)
      .set({ setAsideAt: now })
      .where(
        and(
          eq(outboxLetter.practiceId, practiceId),
          eq(outboxLetter.accountId, accountId),
          isNull(outboxLetter.sentAt),
          isNull(outboxLetter.setAsideAt),
        ),
      );
  }
  await recordAudit(scope, wantsLetters ? "letters.wanted" : "letters.unwanted", {
    kind: "letter_choice",
    id,
    clientId,
  });
}
