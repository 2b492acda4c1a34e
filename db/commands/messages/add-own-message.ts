import { and, eq, isNull, ne } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { OwnMessageForm } from "@/lib/messages/message-form";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { message, messageBody } from "../../schema/messages";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";
import { endOwnDraft } from "../drafts/change-draft";
import { queueLetter } from "../letters/queue-letter";
import { requireSameWords } from "./same-words";

/** Adds the client's words to their thread, once per id. */
export async function addOwnMessage(scope: Scope<ClientActor>, { id, body, draft }: OwnMessageForm): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const added = await tx
    .insert(message)
    .values({
      practiceId,
      id,
      clientId: actor.clientId,
      authorId: actor.accountId,
      bodySealed: messageBody.seal(body, { practiceId, id }),
      sentAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: message.id });
  if (added.length === 0) {
    const [before] = await tx
      .select({ authorId: message.authorId, bodySealed: message.bodySealed })
      .from(message)
      .where(and(eq(message.practiceId, practiceId), eq(message.id, id)));
    if (before?.authorId !== actor.accountId) throw new NotFound();
    requireSameWords(messageBody.open(before.bodySealed, { practiceId, id }), body);
  }
  await endOwnDraft(scope, { kind: "message" }, draft);
  if (added.length === 0) return;
  await noteActivity(scope, "message");
  await tellTherapist(scope, id);
  await recordAudit(scope, "messages.sent", { id, clientId: actor.clientId });
}

/** One letter for all that waits: the next goes once something new follows what was read. */
async function tellTherapist(scope: Scope<ClientActor>, id: string): Promise<void> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const [waiting] = await tx
    .select({ id: message.id })
    .from(message)
    .where(
      and(
        eq(message.practiceId, practiceId),
        eq(message.clientId, actor.clientId),
        eq(message.authorId, actor.accountId),
        isNull(message.readAt),
        ne(message.id, id),
      ),
    )
    .limit(1);
  if (waiting) return;
  const [person] = await tx
    .select({ therapistId: client.therapistId })
    .from(client)
    .where(and(eq(client.practiceId, practiceId), eq(client.id, actor.clientId)));
  if (!person) throw new NotFound();
  await queueLetter(scope, { accountId: person.therapistId, about: { kind: "client-message", id } });
}
