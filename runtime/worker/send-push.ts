import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { reminderChoiceOf } from "@/db/queries/letters/reminder-choice";
import { client } from "@/db/schema/clients";
import { pushNote, pushSubscription } from "@/db/schema/push";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { noReminders } from "@/lib/messages/own-reminders";
import { pushAgainAt, quietEnd } from "@/lib/messages/push-rule";

export type PushTarget = { address: string; publicKey: string; secret: string };
/** `gone`: the browser gave the address up. */
export type PushResult = "taken" | "gone" | "refused";
export type PushPost = (target: PushTarget) => Promise<PushResult>;

type Claimed = PushTarget & { id: string; subscriptionId: string; tries: number };

/** A note that another worker has taken is looked at again after this long, should that one have died. */
const CLAIM_MS = 60_000;
const atOnce = 20;

/**
 * Sends the notes of one practice. Claimed in one transaction and marked in another, so that none waits for a slow service.
 * One that goes twice, because a worker died in between, replaces the first on the screen.
 */
export async function sendPush(pool: Pool, actor: SystemActor, post: PushPost, clock: () => Date): Promise<number> {
  const notes = await withScope(pool, actor, clock(), claim);
  let sent = 0;
  for (const note of notes) {
    const result = await post(note);
    await withScope(pool, actor, clock(), (scope) => keep(scope, note, result));
    if (result === "taken") sent += 1;
  }
  return sent;
}

async function claim(scope: Scope<SystemActor>): Promise<Claimed[]> {
  const { actor, tx, now } = scope;
  const waiting = and(eq(pushNote.practiceId, actor.practiceId), isNull(pushNote.sentAt), isNull(pushNote.setAsideAt));
  const due = await tx
    .select({
      ...{ id: pushNote.id, subscriptionId: pushNote.subscriptionId, tries: pushNote.tries, endsAt: pushNote.endsAt },
      ...{ address: pushSubscription.address, publicKey: pushSubscription.publicKey, secret: pushSubscription.secret },
      ...{ clientId: client.id, zone: client.zone, endedAt: pushSubscription.endedAt },
      mayBeTold: sql<boolean>`(${hasAccess(client.practiceId, client.accountId)} and ${newestConsent} = 'agreed')`,
    })
    .from(pushNote)
    .innerJoin(
      pushSubscription,
      and(eq(pushSubscription.practiceId, pushNote.practiceId), eq(pushSubscription.id, pushNote.subscriptionId)),
    )
    .innerJoin(
      client,
      and(eq(client.practiceId, pushNote.practiceId), eq(client.accountId, pushSubscription.accountId)),
    )
    .where(and(waiting, lte(pushNote.dueAt, now)))
    .orderBy(pushNote.dueAt, pushNote.id)
    .limit(atOnce)
    .for("update", { of: pushNote, skipLocked: true });
  const go: Claimed[] = [];
  const over: string[] = [];
  for (const { endsAt, endedAt, mayBeTold, clientId, zone, ...note } of due) {
    if (endedAt || endsAt <= now || !mayBeTold) over.push(note.id);
    else {
      const until = quietEnd((await reminderChoiceOf(scope, clientId)) ?? noReminders, now, zone);
      if (until) await setNote(scope, note.id, { dueAt: until });
      else go.push(note);
    }
  }
  if (over.length > 0) await tx.update(pushNote).set({ setAsideAt: now }).where(inArray(pushNote.id, over));
  for (const { id, tries } of go)
    await setNote(scope, id, { tries: tries + 1, dueAt: new Date(now.getTime() + CLAIM_MS) });
  return go.map((note) => ({ ...note, tries: note.tries + 1 }));
}

async function keep(scope: Scope<SystemActor>, note: Claimed, result: PushResult): Promise<void> {
  const { now } = scope;
  if (result === "taken") {
    await setNote(scope, note.id, { sentAt: now });
    await recordAudit(scope, "letters.push-sent", { id: note.id });
  } else if (result === "gone") {
    await setNote(scope, note.id, { setAsideAt: now });
    await endSubscription(scope, note.subscriptionId);
  } else {
    const again = pushAgainAt(note.tries, now);
    await setNote(scope, note.id, again ? { dueAt: again } : { setAsideAt: now });
  }
}

const setNote = ({ actor, tx }: Scope<SystemActor>, id: string, set: Partial<typeof pushNote.$inferInsert>) =>
  tx
    .update(pushNote)
    .set(set)
    .where(and(eq(pushNote.practiceId, actor.practiceId), eq(pushNote.id, id)));

async function endSubscription({ actor, tx, now }: Scope<SystemActor>, id: string): Promise<void> {
  await tx
    .update(pushSubscription)
    .set({ endedAt: now, endedFor: "gone" })
    .where(
      and(
        eq(pushSubscription.practiceId, actor.practiceId),
        eq(pushSubscription.id, id),
        isNull(pushSubscription.endedAt),
      ),
    );
}

/** Practices in which a note waits. */
export async function practicesWithPush(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ practice_id: string }>("select * from door_practices_with_push($1)", [now]);
  return rows.map(({ practice_id }) => practice_id);
}
