import { randomUUID } from "node:crypto";
import { getPracticeLetters, namesInPractice } from "@/db/queries/letters/practice-letters";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { type PracticeLettersForm, senderFault } from "@/lib/messages/sender-name";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { practiceLetters } from "../../schema/practice-letters";
import type { Scope } from "../../scope";

/** How letters of the practice look from now on. A name that tells what the practice does is refused. */
export async function setPracticeLetters(
  scope: Scope<StaffActor>,
  { sender, replyTo }: PracticeLettersForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const stands = await getPracticeLetters(scope);
  const fault = senderFault(sender, await namesInPractice(scope));
  if (fault) throw new Refused("Nothing was changed.", { sender: fault });
  if (stands.sender === sender && stands.replyTo === replyTo) return;
  const id = randomUUID();
  const { practiceId, accountId: setBy } = actor;
  await tx.insert(practiceLetters).values({ practiceId, id, sender, replyTo, setBy, setAt: now });
  await recordAudit(scope, "letters.how-chosen", { id });
}
