import { and, count, countDistinct, desc, eq, exists, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { auditEntry } from "@/db/schema/audit";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { noticed } from "@/db/schema/noticed";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type AuditAction, auditActions } from "@/lib/audit/actions";
import type { NoticedKind } from "@/lib/audit/noticed";
import { isReading } from "@/lib/audit/reading";
import { filesTaken, RECORDS_OPENED, thresholds, UNUSUAL_DAYS } from "@/lib/audit/unusual";
import { authorize } from "@/lib/policy";

export type Unusual = {
  /** The hour of the clock in which it was. */
  hour: Date;
  accountId: string;
  name: string;
  kind: NoticedKind | "opened";
  times: number;
  /** Kinds of browsers that had a part in it. */
  devices: string[];
};

export type FileTaken = { id: string; at: Date; who: string; action: string; recordNumber: number | null };

/** Lines of one list; more than these nobody reads, and the record of access has them. */
const MOST = 50;

const opening = (Object.keys(auditActions) as AuditAction[]).filter(isReading);

/**
 * What passed a threshold of lib/audit/unusual.ts in one hour of the clock, newest first, and the files that were taken. Of a
 * client about whom the owner is never to be told nothing is counted.
 */
export async function getUnusual(scope: Scope<StaffActor>): Promise<{ hours: Unusual[]; files: FileTaken[] }> {
  authorize(scope.actor, "audit.read");
  await recordAudit(scope, "audit.unusual-read", {});
  const { refused, opened, files } = await atOnce({
    refused: refusedHours(scope),
    opened: hoursOfOpening(scope),
    files: takenFiles(scope),
  });
  const hours = [...refused, ...opened.map((one) => ({ ...one, kind: "opened" as const, devices: [] }))];
  return { hours: hours.sort((a, b) => b.hour.getTime() - a.hour.getTime()), files };
}

const since = ({ now }: Pick<Scope, "now">) => new Date(now.getTime() - UNUSUAL_DAYS * 86_400_000);

/** Whether an account is nobody’s record, or that of a client within reach. */
const isTold = (scope: Scope<StaffActor>) =>
  or(
    sql`${account.role} <> 'client'`,
    exists(
      scope.tx
        .select({ one: sql`1` })
        .from(client)
        .where(and(visibleClients(scope), eq(client.accountId, account.id))),
    ),
  );

async function refusedHours(scope: Scope<StaffActor>): Promise<Unusual[]> {
  const { actor, tx } = scope;
  const hour = sql<Date>`date_trunc('hour', ${noticed.at})`.mapWith(noticed.at);
  const least = sql.join(
    Object.entries(thresholds).map(([kind, from]) => sql`when ${kind} then ${from}::int`),
    sql` `,
  );
  return tx
    .select({
      hour,
      accountId: account.id,
      name: account.name,
      kind: noticed.kind,
      times: count(),
      devices: sql<string[]>`array_agg(distinct ${noticed.device})`,
    })
    .from(noticed)
    .innerJoin(account, and(eq(account.practiceId, noticed.practiceId), eq(account.id, noticed.accountId)))
    .where(and(eq(noticed.practiceId, actor.practiceId), gte(noticed.at, since(scope)), isTold(scope)))
    .groupBy(sql`1`, account.id, account.name, noticed.kind)
    .having(sql`count(*) >= case ${noticed.kind} ${least} end`)
    .orderBy(desc(sql`1`))
    .limit(MOST);
}

async function hoursOfOpening(scope: Scope<StaffActor>): Promise<Omit<Unusual, "kind" | "devices">[]> {
  const { actor, tx } = scope;
  const hour = sql<Date>`date_trunc('hour', ${auditEntry.at})`.mapWith(auditEntry.at);
  const clients = countDistinct(auditEntry.clientId);
  return tx
    .select({ hour, accountId: account.id, name: account.name, times: clients })
    .from(auditEntry)
    .innerJoin(account, and(eq(account.practiceId, auditEntry.practiceId), eq(account.id, auditEntry.actorId)))
    .innerJoin(client, and(eq(client.practiceId, auditEntry.practiceId), eq(client.id, auditEntry.clientId)))
    .where(
      and(
        eq(auditEntry.practiceId, actor.practiceId),
        gte(auditEntry.at, since(scope)),
        inArray(auditEntry.action, opening),
        sql`${account.role} <> 'client'`,
        visibleClients(scope),
      ),
    )
    .groupBy(sql`1`, account.id, account.name)
    .having(gte(clients, RECORDS_OPENED))
    .orderBy(desc(sql`1`))
    .limit(MOST);
}

async function takenFiles(scope: Scope<StaffActor>): Promise<FileTaken[]> {
  const { actor, tx } = scope;
  return tx
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      who: account.name,
      action: auditEntry.action,
      recordNumber: client.recordNumber,
    })
    .from(auditEntry)
    .innerJoin(account, and(eq(account.practiceId, auditEntry.practiceId), eq(account.id, auditEntry.actorId)))
    .leftJoin(client, and(eq(client.practiceId, auditEntry.practiceId), eq(client.id, auditEntry.clientId)))
    .where(
      and(
        eq(auditEntry.practiceId, actor.practiceId),
        gte(auditEntry.at, since(scope)),
        inArray(auditEntry.action, [...filesTaken]),
        or(isNull(auditEntry.clientId), and(isNotNull(client.id), visibleClients(scope))),
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(MOST);
}
