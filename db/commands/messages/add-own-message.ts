import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { OwnMessageForm } from "@/lib/messages/message-form";
import { recordAudit } from "../../audit";
import { message, messageBody } from "../../schema/messages";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";

/** Adds the client's words to their thread, once per id. */
export async function addOwnMessage(scope: Scope<ClientActor>, { id, body }: OwnMessageForm): Promise<void> {
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
      .select({ authorId: message.authorId })
      .from(message)
      .where(and(eq(message.practiceId, practiceId), eq(message.id, id)));
    if (before?.authorId !== actor.accountId) throw new NotFound();
    return;
  }
  await noteActivity(scope, "message");
  await recordAudit(scope, "messages.sent", { id, clientId: actor.clientId });
}
