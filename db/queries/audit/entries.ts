import { and, asc, count, desc, eq, exists, gte, isNull, like, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { madeInEmergency } from "@/db/queries/clients/emergency-reach";
import { auditEntry } from "@/db/schema/audit";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { AuditFilter } from "@/lib/audit/filter";
import { PAGE_ROWS, type Paged, placeOfPage } from "@/lib/paging";
import { authorize } from "@/lib/policy";
import { endOfDayInstant, startOfDayInstant } from "@/lib/time/zone";

const by = alias(account, "by_person");
const person = alias(account, "person");

export type AuditRow = {
  id: string;
  at: Date;
  /** Null: Nearer itself. */
  who: string | null;
  role: string;
  action: string;
  /** Made in an hour in which whoever made it had opened this record in an emergency. */
  isEmergency: boolean;
  client: { id: string; name: string; recordNumber: number } | null;
};

/** At most so many rows go into one file. */
const FILE_ROWS = 50_000;

/** Entries about the practice, and about clients within reach: of whom the owner is never to be told nothing stands here. */
function matching(scope: Scope<StaffActor>, { who, record, area, from, to }: AuditFilter): SQL | undefined {
  const { actor, tx } = scope;
  const reached = tx
    .select({ one: sql`1` })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, auditEntry.clientId)));
  return and(
    eq(auditEntry.practiceId, actor.practiceId),
    or(isNull(auditEntry.clientId), exists(reached)),
    who === "all" ? undefined : eq(auditEntry.actorId, who),
    record === null ? undefined : eq(client.recordNumber, record),
    area === "all" ? undefined : like(auditEntry.action, `${area.replaceAll(/[^a-z]/g, "")}.%`),
    from ? gte(auditEntry.at, startOfDayInstant(from, actor.zone)) : undefined,
    to ? lt(auditEntry.at, endOfDayInstant(to, actor.zone)) : undefined,
  );
}

const rowsOf = (scope: Scope<StaffActor>, filter: AuditFilter) =>
  scope.tx
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      who: by.name,
      role: auditEntry.actorRole,
      action: auditEntry.action,
      isEmergency: madeInEmergency(auditEntry),
      clientId: client.id,
      clientName: person.name,
      recordNumber: client.recordNumber,
    })
    .from(auditEntry)
    .leftJoin(by, and(eq(by.practiceId, auditEntry.practiceId), eq(by.id, auditEntry.actorId)))
    .leftJoin(client, and(eq(client.practiceId, auditEntry.practiceId), eq(client.id, auditEntry.clientId)))
    .leftJoin(person, and(eq(person.practiceId, client.practiceId), eq(person.id, client.accountId)))
    .where(matching(scope, filter))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id));

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const asRow = ({ clientId, clientName, recordNumber, ...row }: Row): AuditRow => ({
  ...row,
  client: clientId ? { id: clientId, name: clientName ?? "", recordNumber: recordNumber ?? 0 } : null,
});

/** A page of who read and did what, newest first. Looking at it is an entry of its own. */
export async function listAudit(
  scope: Scope<StaffActor>,
  filter: AuditFilter,
  wanted: number,
): Promise<Paged<AuditRow>> {
  authorize(scope.actor, "audit.read");
  const [found] = await scope.tx
    .select({ total: count() })
    .from(auditEntry)
    .leftJoin(client, and(eq(client.practiceId, auditEntry.practiceId), eq(client.id, auditEntry.clientId)))
    .where(matching(scope, filter));
  const total = found?.total ?? 0;
  const { page, pages, offset } = placeOfPage(total, wanted);
  const rows = await rowsOf(scope, filter).limit(PAGE_ROWS).offset(offset);
  await recordAudit(scope, "audit.read", {});
  return { rows: rows.map(asRow), page, pages, total };
}

/** The same as a file. */
export async function exportAudit(scope: Scope<StaffActor>, filter: AuditFilter): Promise<AuditRow[]> {
  authorize(scope.actor, "audit.read");
  const rows = await rowsOf(scope, filter).limit(FILE_ROWS);
  await recordAudit(scope, "audit.exported", {});
  return rows.map(asRow);
}

/** Whoever can stand in the record as having done something, besides clients and Nearer itself. */
export async function auditPeople(scope: Scope<StaffActor>): Promise<{ id: string; name: string }[]> {
  const { actor, tx } = scope;
  authorize(actor, "audit.read");
  const { people } = await atOnce({
    people: tx
      .select({ id: account.id, name: account.name })
      .from(account)
      .where(and(eq(account.practiceId, actor.practiceId), ne(account.role, "client")))
      .orderBy(asc(account.name)),
  });
  return people;
}
