import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { arrivesAt } from "@/lib/messages/hold";
import type { StaffMessageForm, TakeBackReplyForm } from "@/lib/messages/message-form";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { exerciseAttempt } from "../../schema/exercises";
import { message, messageBody } from "../../schema/messages";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { endOwnDraft } from "../drafts/change-draft";
import { setAsideAbout } from "../letters/aside-about";
import { queueLetter } from "../letters/queue-letter";
import { seeAttempts, seeMessages } from "./mark-seen";
import { requireSameWords } from "./same-words";
import { takeBack } from "./take-back";

/** Staff write to a client whom they treat or stand in for. Answering a reflection, or the thread, also marks it as read. A letter tells them. */
export async function replyToClient(
  scope: Scope<StaffActor>,
  { id, clientId, attemptId, body, until, draft }: StaffMessageForm,
): Promise<{ isNew: boolean }> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  authorize(actor, "messages.staff");
  const [person] = await tx
    .select({ accountId: client.accountId })
    .from(client)
    .where(and(visibleClients(scope, "answer"), eq(client.id, clientId)));
  if (!person) throw new NotFound();
  if (attemptId) await requireAttempt(scope, clientId, attemptId);
  const added = await tx
    .insert(message)
    .values({
      practiceId,
      id,
      clientId,
      authorId: actor.accountId,
      attemptId,
      bodySealed: messageBody.seal(body, { practiceId, id }),
      sentAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: message.id });
  if (added.length === 0) {
    const [before] = await tx
      .select({ clientId: message.clientId, authorId: message.authorId, bodySealed: message.bodySealed })
      .from(message)
      .where(and(eq(message.practiceId, practiceId), eq(message.id, id)));
    if (before?.clientId !== clientId || before.authorId !== actor.accountId) throw new NotFound();
    requireSameWords(messageBody.read(before.bodySealed, { practiceId, id }), body);
  }
  await endOwnDraft(scope, { kind: "reply", clientId, attemptId }, draft);
  if (added.length === 0) return { isNew: false };
  if (attemptId) await seeAttempts(scope, [attemptId]);
  else await seeMessages(scope, { clientId, until });
  await queueLetter(scope, { accountId: person.accountId, about: { kind: "message", id }, dueAt: arrivesAt(now) });
  await recordAudit(scope, "messages.replied", { id, clientId });
  return { isNew: true };
}

/** Takes a reply back while the client cannot have read it, and gives its words back. What was marked as read stays so. */
export async function takeBackReply(scope: Scope<StaffActor>, { id, clientId }: TakeBackReplyForm): Promise<string> {
  authorize(scope.actor, "messages.staff");
  const [person] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "answer"), eq(client.id, clientId)));
  if (!person) throw new NotFound();
  const words = await takeBack(scope, { id, clientId });
  await setAsideAbout(scope, { kind: "message", id });
  return words;
}

async function requireAttempt({ actor, tx }: Scope<StaffActor>, clientId: string, attemptId: string): Promise<void> {
  const [attempt] = await tx
    .select({ id: exerciseAttempt.id })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, clientId),
        eq(exerciseAttempt.id, attemptId),
      ),
    );
  if (!attempt) throw new NotFound();
}
