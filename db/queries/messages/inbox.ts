import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudits } from "@/db/audit";
import { protocolRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { isCoveredBy } from "@/db/queries/absence/away";
import { isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import { client } from "@/db/schema/clients";
import { attemptSeen, exerciseAttempt } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { message } from "@/db/schema/messages";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { authorize } from "@/lib/policy";
import { hasArrivedIn } from "./arrived";
import { byKey, type Correspondence, writtenWith } from "./correspondence";

const written = alias(message, "m");
const attempt = alias(exerciseAttempt, "e");
const seen = alias(attemptSeen, "s");
const therapist = alias(account, "t");

export type InboxEntry = Correspondence & {
  clientId: string;
  name: string;
  /** The client’s own: their days are written by it. */
  zone: string;
  /** Whose client it is, where the reader stands in. */
  standsInFor: string | null;
};

export type Inbox = { entries: InboxEntry[]; more: number };

/** So many people on a page; whoever is answered makes room for the next. */
const MOST_PEOPLE = 12;
const newest = { letters: 12, reflections: 12 };

/** What was answered stays on the page for so long: it can be taken back, and be seen to have gone. */
const ANSWERED_MINUTES = 5;

/** What waits to be read of the clients whom the reader treats or stands in for, the longest first. Reading it is recorded. */
export async function getInbox(scope: Scope<StaffActor>): Promise<Inbox> {
  const { actor } = scope;
  authorize(actor, "messages.staff");
  const people = await waitingPeople(scope);
  const shown = people.slice(0, MOST_PEOPLE);
  const read = await atOnce(
    Object.fromEntries(shown.map(({ id, version }) => [id, writtenWith(scope, id, byKey(version), newest)])),
  );
  await recordAudits(
    scope,
    "messages.read",
    shown.map(({ id }) => ({ id, clientId: id })),
  );
  const entries = shown.map(({ id, name, zone, therapistId, therapistName }) => ({
    clientId: id,
    name,
    zone,
    standsInFor: therapistId === actor.accountId ? null : therapistName,
    thread: read[id]?.thread ?? [],
    reflections: (read[id]?.reflections ?? []).filter(
      ({ seenAt, replies }) => seenAt === null || replies.some(({ sentAt, isOwn }) => isOwn && sentAt >= since(scope)),
    ),
  }));
  return { entries, more: people.length - shown.length };
}

const since = ({ now }: Pick<Scope, "now">) => new Date(now.getTime() - ANSWERED_MINUTES * 60_000);

function waitingPeople(scope: Scope<StaffActor>) {
  const { actor, tx, now } = scope;
  const unread = qualified<Date | null>`(select min(${written.sentAt}) from ${message} ${written}
    where ${written.practiceId} = ${client.practiceId} and ${written.clientId} = ${client.id} and ${written.authorId} = ${client.accountId}
      and ${written.readAt} is null and ${hasArrivedIn(written, now)})`;
  const unseen = qualified<Date | null>`(select min(${attempt.recordedAt}) from ${exerciseAttempt} ${attempt}
    where ${attempt.practiceId} = ${client.practiceId} and ${attempt.clientId} = ${client.id} and ${attempt.reflectionSealed} is not null
      and not exists (select 1 from ${attemptSeen} ${seen} where ${seen.practiceId} = ${attempt.practiceId} and ${seen.attemptId} = ${attempt.id}))`;
  const answered = qualified`exists (select 1 from ${message} ${written}
    where ${written.practiceId} = ${client.practiceId} and ${written.clientId} = ${client.id} and ${written.authorId} = ${actor.accountId}
      and ${written.takenBackAt} is null and ${written.sentAt} >= ${since(scope).toISOString()}::timestamptz)`;
  return tx
    .select({
      id: client.id,
      name: account.name,
      zone: client.zone,
      therapistId: client.therapistId,
      therapistName: therapist.name,
      version: protocolRead,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(therapist, and(eq(therapist.practiceId, client.practiceId), eq(therapist.id, client.therapistId)))
    .leftJoin(enrolment, isNewestEnrolment)
    .leftJoin(
      protocolVersion,
      and(eq(protocolVersion.practiceId, enrolment.practiceId), eq(protocolVersion.id, enrolment.protocolVersionId)),
    )
    .where(
      and(
        visibleClients(scope),
        or(
          eq(client.therapistId, actor.accountId),
          isCoveredBy(client.practiceId, client.therapistId, actor.accountId, now),
        ),
        or(isThere(unread), isThere(unseen), answered),
      ),
    )
    .orderBy(sql`${unread} nulls last`, sql`${unseen} nulls last`, asc(account.name));
}

const isThere = (value: SQL): SQL => sql`${value} is not null`;
