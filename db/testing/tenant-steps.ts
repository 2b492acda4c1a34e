import type { Pool } from "pg";
import { getClientAssessments } from "@/db/queries/assessments/client-assessments";
import { listAudit } from "@/db/queries/audit/entries";
import { getUnusual } from "@/db/queries/audit/unusual";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getClientWords } from "@/db/queries/clients/client-words";
import { getErasureRecord } from "@/db/queries/clients/erasure-record";
import { getWhoHasWhom } from "@/db/queries/clients/who-has-whom";
import { getCouple } from "@/db/queries/couples/couple";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { getLetterLog } from "@/db/queries/letters/letter-log";
import { getClientCorrespondence } from "@/db/queries/messages/correspondence";
import { getInbox } from "@/db/queries/messages/inbox";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { listReports } from "@/db/queries/reports/reports";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import type { Scope } from "@/db/scope";
import type { Ids } from "@/db/testing/client-things";
import type { StaffActor } from "@/lib/actor";
import { readAuditFilter } from "@/lib/audit/filter";
import { caseloadView } from "@/lib/caseload/view";

/** What staff read, about a practice and about one client of it. */
export const reads: readonly ((scope: Scope<StaffActor>, ids: Ids) => Promise<unknown>)[] = [
  (scope) => getCaseloadPage(scope, caseloadView.parse({}), null),
  (scope) => getInbox(scope),
  (scope) => listColleagues(scope),
  (scope) => listAudit(scope, readAuditFilter({}), 1),
  (scope) => getUnusual(scope),
  (scope) => getWhoHasWhom(scope),
  (scope, { coupleId }) => getCouple(scope, coupleId),
  ...[getClientOverview, getClientRecord, getClientAssessments, getClientProtocol, getClientWords].map(about),
  ...[getErasureRecord, getLetterLog, getClientCorrespondence, getSafetyHistory, listReports].map(about),
];

function about(read: (scope: Scope<StaffActor>, clientId: string) => Promise<unknown>) {
  return (scope: Scope<StaffActor>, { clientId }: Ids) => read(scope, clientId);
}

const tablesOf = async (admin: Pool) => {
  const { rows } = await admin.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'practice_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map(({ name }) => name);
};

/** Every id of a practice’s rows, and what all of them hash to. */
export async function picture(admin: Pool, practiceId: string): Promise<{ ids: Set<string>; hash: string }> {
  const ids = new Set<string>();
  const hashes: string[] = [];
  for (const table of await tablesOf(admin)) {
    const { rows } = await admin.query<{ id: string | null; text: string }>(
      `select to_jsonb(t) ->> 'id' as id, md5(t::text) as text from "${table}" t where practice_id = $1 order by 2`,
      [practiceId],
    );
    for (const { id } of rows) if (id) ids.add(id);
    hashes.push(`${table} ${rows.map(({ text }) => text).join("")}`);
  }
  return { ids, hash: hashes.join("\n") };
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;
const plain = (_key: string, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value);

/** Which of these ids stand in an answer. */
export const foundIn = (answer: unknown, ids: ReadonlySet<string>): string[] =>
  (JSON.stringify(answer ?? null, plain).match(uuid) ?? []).filter((id) => ids.has(id));

/** What the application’s role may write, table by table: a column that it may set, or that it may remove rows. */
export async function writable(app: Pool): Promise<string[]> {
  const { rows } = await app.query<{ sql: string }>(
    `select format('update %I set %I = %I returning practice_id', table_name, min(column_name::text), min(column_name::text)) as sql
       from information_schema.column_privileges p
      where table_schema = 'public' and privilege_type = 'UPDATE' and grantee = 'nearer_app'
        and exists (select 1 from information_schema.columns c where c.table_schema = 'public' and c.table_name = p.table_name and c.column_name = 'practice_id')
      group by table_name
     union all
     select format('delete from %I returning practice_id', table_name) from information_schema.table_privileges p
      where table_schema = 'public' and privilege_type = 'DELETE' and grantee = 'nearer_app'
        and exists (select 1 from information_schema.columns c where c.table_schema = 'public' and c.table_name = p.table_name and c.column_name = 'practice_id')`,
  );
  const read = await app.query<{ sql: string }>(
    `select format('select practice_id from %I', table_name) as sql from information_schema.columns
      where table_schema = 'public' and column_name = 'practice_id'`,
  );
  return [...rows, ...read.rows].map(({ sql }) => sql);
}
