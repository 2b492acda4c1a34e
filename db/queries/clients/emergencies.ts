import { and, desc, eq, gt, inArray, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { qualified } from "@/db/qualified";
import { auditEntry } from "@/db/schema/audit";
import { client } from "@/db/schema/clients";
import { emergencyAccess, emergencyAccessReason, emergencyStep, emergencyStepNote } from "@/db/schema/emergency";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { mayBeTold, visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type AuditAction, auditActions } from "@/lib/audit/actions";
import { isReading } from "@/lib/audit/reading";
import { isOpenAt } from "@/lib/clients/emergency";
import { authorize, can } from "@/lib/policy";
import { hasOtherReviewer } from "./emergency-people";

const opener = alias(account, "opener");
const step = alias(emergencyStep, "st");
const looker = alias(account, "looker");
const entry = alias(auditEntry, "en");

export type EmergencyHour = {
  id: string;
  clientId: string;
  recordNumber: number;
  /** Whether the record is within the reader’s own reach: then it has a link. */
  isReached: boolean;
  openedBy: string;
  who: string;
  reason: string;
  openedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  /** How often something of the record was read in that hour. */
  readings: number;
  review: { by: string; at: Date; note: string } | null;
};

/** Lines of the list; the record of access has the rest. */
const MOST = 100;

const readings = (Object.keys(auditActions) as AuditAction[]).filter(isReading);

const stepOf = (kind: "ended" | "reviewed", facts: SQL) =>
  qualified`(select ${facts} from ${emergencyStep} ${step} join ${account} ${looker} on ${looker.practiceId} = ${step.practiceId}
    and ${looker.id} = ${step.takenBy} where ${step.practiceId} = ${emergencyAccess.practiceId}
    and ${step.accessId} = ${emergencyAccess.id} and ${step.kind} = ${kind})`;

const endedAt = stepOf("ended", qualified`${step.takenAt}`);

type Reviewed = { id: string; by: string; at: string; note: string };

/** Whose hours somebody may know of: their own, those of their own clients, and to look through all but of whom they are never told. */
const isTold = ({ actor }: Scope<StaffActor>) =>
  and(
    eq(emergencyAccess.practiceId, actor.practiceId),
    mayBeTold(actor),
    can(actor, "clients.emergency")
      ? undefined
      : or(eq(client.therapistId, actor.accountId), eq(emergencyAccess.openedBy, actor.accountId)),
  );

async function hours(scope: Scope<StaffActor>, which: SQL | undefined): Promise<EmergencyHour[]> {
  const { practiceId } = scope.actor;
  const rows = await scope.tx
    .select({
      id: emergencyAccess.id,
      clientId: client.id,
      recordNumber: client.recordNumber,
      isReached: sql<boolean>`(${visibleClients(scope)})`,
      openedBy: emergencyAccess.openedBy,
      who: opener.name,
      reason: emergencyAccess.reasonSealed,
      openedAt: emergencyAccess.openedAt,
      endsAt: emergencyAccess.endsAt,
      endedAt: sql<Date | null>`${endedAt}`.mapWith((at: string | null) => (at ? new Date(at) : null)),
      readings: qualified<number>`(select count(*)::int from ${auditEntry} ${entry} where ${entry.practiceId} = ${emergencyAccess.practiceId}
        and ${entry.clientId} = ${emergencyAccess.clientId} and ${entry.actorId} = ${emergencyAccess.openedBy}
        and ${entry.at} >= ${emergencyAccess.openedAt} and ${entry.at} < coalesce(${endedAt}, ${emergencyAccess.endsAt})
        and ${inArray(entry.action, readings)})`,
      review: sql<Reviewed | null>`${stepOf(
        "reviewed",
        qualified`jsonb_build_object('id', ${step.id}, 'by', ${looker.name}, 'at', ${step.takenAt}, 'note', ${step.noteSealed})`,
      )}`,
    })
    .from(emergencyAccess)
    .innerJoin(client, and(eq(client.practiceId, emergencyAccess.practiceId), eq(client.id, emergencyAccess.clientId)))
    .innerJoin(opener, and(eq(opener.practiceId, emergencyAccess.practiceId), eq(opener.id, emergencyAccess.openedBy)))
    .where(and(isTold(scope), which))
    .orderBy(desc(emergencyAccess.openedAt), desc(emergencyAccess.id))
    .limit(MOST);
  return rows.map(({ reason, review, ...row }) => ({
    ...row,
    reason: emergencyAccessReason.read(reason, { practiceId, id: row.id }),
    review: review && {
      by: review.by,
      at: new Date(review.at),
      note: emergencyStepNote.read(review.note, { practiceId, id: review.id }),
    },
  }));
}

/** One of them, where this person may know of it. */
export const hourOf = async (scope: Scope<StaffActor>, accessId: string): Promise<EmergencyHour | undefined> =>
  (await hours(scope, eq(emergencyAccess.id, accessId)))[0];

/** What is open to this person now. */
export const openHours = async (scope: Scope<StaffActor>): Promise<EmergencyHour[]> => {
  const { actor, now } = scope;
  const own = await hours(scope, and(eq(emergencyAccess.openedBy, actor.accountId), gt(emergencyAccess.endsAt, now)));
  return own.filter((hour) => isOpenAt(hour, now));
};

/** What was opened in an emergency, the newest first, with who looked through it. Reading the list is an entry. */
export async function listEmergencies(scope: Scope<StaffActor>): Promise<EmergencyHour[]> {
  authorize(scope.actor, "clients.read");
  const list = await hours(scope, undefined);
  await recordAudit(scope, "clients.emergency-list-read", {});
  return list;
}

/** How many hours are over that nobody has looked through, of those that this person may know of. */
export async function countUnreviewed(scope: Scope<StaffActor>): Promise<number> {
  const { tx, now } = scope;
  authorize(scope.actor, "clients.emergency");
  const looked = tx
    .select({ one: sql`1` })
    .from(step)
    .where(
      and(
        eq(step.practiceId, emergencyAccess.practiceId),
        eq(step.accessId, emergencyAccess.id),
        eq(step.kind, "reviewed"),
      ),
    );
  const over = or(sql`${emergencyAccess.endsAt} <= ${now}`, sql`${endedAt} is not null`);
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(emergencyAccess)
    .innerJoin(client, and(eq(client.practiceId, emergencyAccess.practiceId), eq(client.id, emergencyAccess.clientId)))
    .where(and(isTold(scope), over, notExists(looked)));
  return found?.count ?? 0;
}

/** Which of one’s own hours nobody else could look through. */
export async function whichAreAlone(
  scope: Scope<StaffActor>,
  list: readonly EmergencyHour[],
): Promise<ReadonlySet<string>> {
  const { accountId } = scope.actor;
  const own = list.filter(({ openedBy, review }) => openedBy === accountId && !review);
  const alone = await atOnce(
    Object.fromEntries(own.map(({ id, clientId }) => [id, hasOtherReviewer(scope, clientId, accountId)])),
  );
  return new Set(own.filter(({ id }) => !alone[id]).map(({ id }) => id));
}
