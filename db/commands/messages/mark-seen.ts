import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull, lte, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { hasArrived } from "@/db/queries/messages/arrived";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { arrivedBy, mayUnmark } from "@/lib/messages/hold";
import type { ClientShownForm, OwnShownForm, ReadForm, UnmarkForm } from "@/lib/messages/message-form";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { attemptSeen, exerciseAttempt } from "../../schema/exercises";
import { message } from "../../schema/messages";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

const seenRow = alias(attemptSeen, "s");

/** Marks what a client wrote until the page was opened as read, by whom and when. Only who answers the client takes it off the list. */
export async function markClientRead(scope: Scope<StaffActor>, { clientId, until }: ReadForm): Promise<void> {
  await requireAnswering(scope, clientId);
  await seeMessages(scope, { clientId, until });
  await seeAttempts(scope, await unseenAttempts(scope, clientId, lte(exerciseAttempt.recordedAt, until)));
  await recordAudit(scope, "messages.marked-read", { id: clientId, clientId });
}

/** Takes the marks back that were made together at one moment by the same person: all is unread as it was. */
export async function unmarkClientRead(scope: Scope<StaffActor>, { clientId, at }: UnmarkForm): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  await requireAnswering(scope, clientId);
  if (!mayUnmark(at, now)) throw new Refused("That was a while ago: it stays marked as read.");
  await tx
    .update(message)
    .set({ readAt: null, readBy: null })
    .where(
      and(
        eq(message.practiceId, practiceId),
        eq(message.clientId, clientId),
        eq(message.readAt, at),
        eq(message.readBy, accountId),
      ),
    );
  const ofClient = tx
    .select({ id: exerciseAttempt.id })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, practiceId), eq(exerciseAttempt.clientId, clientId)));
  await tx
    .delete(attemptSeen)
    .where(
      and(
        eq(attemptSeen.practiceId, practiceId),
        eq(attemptSeen.seenAt, at),
        eq(attemptSeen.seenBy, accountId),
        inArray(attemptSeen.attemptId, ofClient),
      ),
    );
  await recordAudit(scope, "messages.unmarked", { id: clientId, clientId });
}

/** Words of a client that were on the screen of whoever answers them. What was shown before stays as it was. */
export async function seeShown(scope: Scope<StaffActor>, { clientId, shown }: ClientShownForm): Promise<void> {
  await requireAnswering(scope, clientId);
  const messages = await readMessages(scope, clientId, inArray(message.id, shown));
  const attempts = await unseenAttempts(scope, clientId, inArray(exerciseAttempt.id, shown));
  await seeAttempts(scope, attempts);
  if (messages + attempts.length > 0) await recordAudit(scope, "messages.shown", { id: clientId, clientId });
}

async function requireAnswering(scope: Scope<StaffActor>, clientId: string): Promise<void> {
  authorize(scope.actor, "messages.staff");
  const [person] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "answer"), eq(client.id, clientId)));
  if (!person) throw new NotFound();
}

async function unseenAttempts(
  { actor, tx }: Scope<StaffActor>,
  clientId: string,
  which: ReturnType<typeof lte>,
): Promise<string[]> {
  const rows = await tx
    .select({ id: exerciseAttempt.id })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, clientId),
        isNotNull(exerciseAttempt.reflectionSealed),
        which,
        qualified`not exists (select 1 from ${attemptSeen} ${seenRow} where ${seenRow.practiceId} = ${exerciseAttempt.practiceId}
          and ${seenRow.attemptId} = ${exerciseAttempt.id})`,
      ),
    );
  return rows.map(({ id }) => id);
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

/** The client's own messages that had arrived when the page was opened, read by staff. The caller has looked the client up in scope. */
export async function seeMessages(scope: Scope<StaffActor>, { clientId, until }: ReadForm): Promise<void> {
  await readMessages(scope, clientId, lte(message.sentAt, arrivedBy(until)));
}

async function readMessages(
  { actor, tx, now }: Scope<StaffActor>,
  clientId: string,
  which: ReturnType<typeof lte>,
): Promise<number> {
  const author = tx
    .select({ id: client.accountId })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const { rowCount } = await tx
    .update(message)
    .set({ readAt: now, readBy: actor.accountId })
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, clientId),
        isNull(message.readAt),
        hasArrived(now),
        which,
        inArray(message.authorId, author),
      ),
    );
  return rowCount ?? 0;
}

/** What staff wrote to the person who asks and was on their screen, opened. */
export async function seeOwnShown(scope: Scope<ClientActor>, { shown }: OwnShownForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { rowCount } = await tx
    .update(message)
    .set({ readAt: now, readBy: actor.accountId })
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, actor.clientId),
        isNull(message.readAt),
        hasArrived(now),
        inArray(message.id, shown),
        ne(message.authorId, actor.accountId),
      ),
    );
  if (rowCount) await recordAudit(scope, "messages.opened", { id: actor.clientId, clientId: actor.clientId });
}
