import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { arrivesAt } from "@/lib/messages/hold";
import type { OwnMessageForm, TakeBackOwnForm } from "@/lib/messages/message-form";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { message, messageBody } from "../../schema/messages";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";
import { endOwnDraft } from "../drafts/change-draft";
import { setAsideAbout } from "../letters/aside-about";
import { readerOf, tellReader } from "../letters/tell-therapist";
import { requireSameWords } from "./same-words";
import { takeBack } from "./take-back";

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
    requireSameWords(messageBody.read(before.bodySealed, { practiceId, id }), body);
  }
  await endOwnDraft(scope, { kind: "message" }, draft);
  if (added.length === 0) return;
  await noteActivity(scope, "message");
  await tellAbout(scope, { id, sentAt: now });
  await recordAudit(scope, "messages.sent", { id, clientId: actor.clientId });
}

/**
 * At once, one letter is enough for all that waits unread; who wants them gathered gets one at each of their times at
 * which something new is there.
 */
async function tellAbout(scope: Scope<ClientActor>, { id, sentAt }: { id: string; sentAt: Date }): Promise<void> {
  const { clientId } = scope.actor;
  const to = await readerOf(scope, clientId, "messages");
  if (to.timing === "at-once" && (await oldestUnread(scope, id))) return;
  await tellReader(scope, { id, clientId, group: "messages", arrivesAt: arrivesAt(sentAt) }, to);
}

/** What the client wrote first of all that nobody has read, beside one of them. */
async function oldestUnread(
  { actor, tx }: Scope<ClientActor>,
  besides: string,
): Promise<{ id: string; sentAt: Date } | undefined> {
  const [waiting] = await tx
    .select({ id: message.id, sentAt: message.sentAt })
    .from(message)
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, actor.clientId),
        eq(message.authorId, actor.accountId),
        isNull(message.readAt),
        isNull(message.takenBackAt),
        ne(message.id, besides),
      ),
    )
    .orderBy(asc(message.sentAt), asc(message.id))
    .limit(1);
  return waiting;
}

/** Takes the own message back while nobody else can have read it, and gives its words back. Sent again, it changes nothing. */
export async function takeBackOwn(scope: Scope<ClientActor>, { id }: TakeBackOwnForm): Promise<string> {
  authorize(scope.actor, "portal.use");
  const { clientId } = scope.actor;
  const words = await takeBack(scope, { id, clientId });
  if (words === "") return words;
  // Its letter stood for all that waits: the next takes its place.
  const wasTold = await setAsideAbout(scope, { kind: "client-message", id });
  const next = wasTold ? await oldestUnread(scope, id) : undefined;
  if (next) {
    const to = await readerOf(scope, clientId, "messages");
    await tellReader(scope, { ...next, clientId, group: "messages", arrivesAt: arrivesAt(next.sentAt) }, to);
  }
  return words;
}
