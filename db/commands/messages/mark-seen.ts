import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ReadForm } from "@/lib/messages/message-form";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { attemptSeen, exerciseAttempt } from "../../schema/exercises";
import { message } from "../../schema/messages";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

const attemptSeenRow = alias(attemptSeen, "s");
const clientRow = alias(client, "c");

/** Marks what a client wrote until the page was opened as read, by whom and when. Only who may steer the client takes it off the list. */
export async function markClientRead(scope: Scope<StaffActor>, { clientId, until }: ReadForm): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "messages.staff");
  const [person] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  if (!person) throw new NotFound();
  await seeMessages(scope, { clientId, until });
  const unread = await tx
    .select({ id: exerciseAttempt.id })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, clientId),
        isNotNull(exerciseAttempt.reflectionSealed),
        lte(exerciseAttempt.recordedAt, until),
        qualified`not exists (select 1 from ${attemptSeen} ${attemptSeenRow} where ${attemptSeenRow.practiceId} = ${exerciseAttempt.practiceId}
          and ${attemptSeenRow.attemptId} = ${exerciseAttempt.id})`,
      ),
    );
  await seeAttempts(
    scope,
    unread.map(({ id }) => id),
  );
  await recordAudit(scope, "messages.marked-read", { id: clientId, clientId });
}

/** The first reading counts. The caller has looked the attempts up in scope. */
export async function seeAttempts({ actor, tx, now }: Scope<StaffActor>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const seen = { practiceId: actor.practiceId, seenBy: actor.accountId, seenAt: now };
  await tx
    .insert(attemptSeen)
    .values(ids.map((attemptId) => ({ ...seen, id: randomUUID(), attemptId })))
    .onConflictDoNothing();
}

/** The client's own messages, read by staff. The caller has looked the client up in scope. */
export async function seeMessages({ actor, tx, now }: Scope<StaffActor>, { clientId, until }: ReadForm): Promise<void> {
  await tx
    .update(message)
    .set({ readAt: now })
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, clientId),
        isNull(message.readAt),
        lte(message.sentAt, until),
        qualified`${message.authorId} = (select ${clientRow.accountId} from ${client} ${clientRow}
          where ${clientRow.practiceId} = ${message.practiceId} and ${clientRow.id} = ${message.clientId})`,
      ),
    );
}

/** What staff wrote to the person who asks, marked as read by opening the page. */
export async function seeOwnReplies({ actor, tx, now }: Scope<ClientActor>): Promise<void> {
  await tx
    .update(message)
    .set({ readAt: now })
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, actor.clientId),
        isNull(message.readAt),
        sql`${message.authorId} <> ${actor.accountId}`,
      ),
    );
}
