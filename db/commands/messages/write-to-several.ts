import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { type WriteToSeveralForm, whyNotWritten } from "@/lib/caseload/several";
import { NotFound } from "@/lib/errors";
import { arrivesAt } from "@/lib/messages/hold";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { message, messageBody } from "../../schema/messages";
import type { Scope } from "../../scope";
import { type DoneWithSeveral, lockSeveral } from "../clients/lock-several";
import { derivedId } from "../derived-id";
import { queueLetter } from "../letters/queue-letter";
import { requireSameWords } from "./same-words";

/**
 * The same words to each of several, in their own thread. It marks nothing as read and answers nobody: what a client wrote
 * before stays on the list.
 */
export async function writeToSeveral(scope: Scope<StaffActor>, form: WriteToSeveralForm): Promise<DoneWithSeveral> {
  authorize(scope.actor, "messages.staff");
  const done: DoneWithSeveral = { reached: [], left: [] };
  for (const person of await lockSeveral(scope, form["clients[]"], "answer")) {
    const why = whyNotWritten(person);
    if (why) done.left.push({ person, why });
    else {
      await write(scope, form, person);
      done.reached.push(person);
    }
  }
  return done;
}

async function write(
  scope: Scope<StaffActor>,
  { id: severalId, body }: WriteToSeveralForm,
  { id: clientId, accountId }: { id: string; accountId: string },
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const id = derivedId(severalId, clientId);
  const added = await tx
    .insert(message)
    .values({
      ...{ practiceId, id, clientId, authorId: actor.accountId, isToSeveral: true, sentAt: now },
      bodySealed: messageBody.seal(body, { practiceId, id }),
    })
    .onConflictDoNothing()
    .returning({ id: message.id });
  if (added.length === 0) {
    const [before] = await tx
      .select({ authorId: message.authorId, bodySealed: message.bodySealed })
      .from(message)
      .where(and(eq(message.practiceId, practiceId), eq(message.id, id)));
    if (before?.authorId !== actor.accountId) throw new NotFound();
    requireSameWords(messageBody.read(before.bodySealed, { practiceId, id }), body);
    return;
  }
  await queueLetter(scope, { accountId, about: { kind: "message", id }, dueAt: arrivesAt(now) });
  await recordAudit(scope, "messages.written-to-several", { id, clientId });
}
