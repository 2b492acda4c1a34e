import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice, testNow } from "./mint";

const uuids = () => Array.from({ length: 999 }, () => randomUUID());

const copies =
  "with copies as (select client_id, account_id, n + 1 as n from unnest($3::uuid[], $4::uuid[]) with ordinality as k (client_id, account_id, n)) ";

/** A practice of 1,000 clients with a week of checks each, made in a few statements from one client that was enrolled. */
export async function mintThousandClients(pool: Pool): Promise<MintedPractice> {
  const practice = await mintPractice(pool);
  const clientIds = uuids();
  const accountIds = uuids();
  const { clientId } = await mintClient(pool, practice, { startDate: "2026-11-02" });
  await withScope(pool, practice.owner, testNow, async ({ tx }) => {
    const run = (sql: string) => tx.$client.query(copies + sql, [practice.practiceId, clientId, clientIds, accountIds]);
    await run(`insert into account (practice_id, id, role, email, name, zone, created_at)
      select a.practice_id, k.account_id, 'client', k.account_id || '@many.example', 'Client ' || k.n, a.zone, a.created_at
      from copies k, account a join client c on c.practice_id = a.practice_id and c.account_id = a.id where c.practice_id = $1 and c.id = $2`);
    await run(`insert into client (practice_id, id, account_id, therapist_id, record_number, zone, created_by, created_at)
      select c.practice_id, k.client_id, k.account_id, c.therapist_id, k.n, c.zone, c.created_by, c.created_at
      from copies k, client c where c.practice_id = $1 and c.id = $2`);
    await run(`insert into enrolment (practice_id, id, client_id, protocol_version_id, start_date, begun_on, created_by, created_at)
      select e.practice_id, gen_random_uuid(), k.client_id, e.protocol_version_id, e.start_date - (k.n % 60)::int, e.begun_on - (k.n % 60)::int, e.created_by, e.created_at
      from copies k, enrolment e where e.practice_id = $1 and e.client_id = $2`);
    await run(`insert into assessment (practice_id, id, client_id, instrument_version_id, occasion, week_number, opens_on, due_on, expires_on, assigned_at)
      select a.practice_id, gen_random_uuid(), k.client_id, a.instrument_version_id, a.occasion, a.week_number, a.opens_on, a.due_on, a.expires_on, a.assigned_at
      from copies k, assessment a where a.practice_id = $1 and a.client_id = $2`);
    await run(`insert into connection_check (practice_id, id, client_id, local_date, score, recorded_at)
      select $1::uuid, gen_random_uuid(), k.client_id, date '2026-11-10' + d, (1 + (k.n + d) % 10)::int, timestamptz '2026-11-10 19:00Z' + d * interval '1 day'
      from copies k, generate_series(0, 11) d where $2::uuid is not null and cardinality($4::uuid[]) > 0`);
  });
  return practice;
}
