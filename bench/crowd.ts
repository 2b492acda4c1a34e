import { createHash, randomBytes } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import { mintSession } from "@/e2e/security/minted-session";
import { placesIn } from "@/lib/assessments/asked-forms";
import { parseInstrument } from "@/lib/assessments/instrument";
import { sessionLimits } from "@/lib/identity/session-limits";

export type Crowd = { practice: MintedPractice; clients: number };
export type Sitter = { token: string; assessmentId: string /** Of the first question. */; itemId: string };
type Rows = { table: string; of: string; id?: string; given?: Record<string, string> };

/** A practice of so many clients: one that was enrolled as everybody is, and copies of all its rows, table by table. */
export async function mintCrowd(pool: Pool, clients: number, startDate: string, now: Date): Promise<Crowd> {
  const practice = await mintPractice(pool, now);
  const { clientId, accountId } = await mintClient(pool, practice, { startDate, now });
  // What is kept of them on the caseload is copied with them, and is true of each.
  await withScope(pool, practice.system, now, (scope) => refreshSignals(scope, [clientId]));
  const connection = await pool.connect();
  try {
    await connection.query("begin");
    // Copies of rows that were checked when they were written; a key looked up per row would take most of the time.
    await connection.query("set local session_replication_role = replica");
    await connection.query(
      `create temporary table copies on commit drop as
       select gen_random_uuid() as client_id, gen_random_uuid() as account_id, n + 1 as n from generate_series(1, $1::int) n`,
      [clients - 1],
    );
    const one = { practiceId: practice.practiceId, clientId, accountId };
    const person = { client_id: "k.client_id" };
    await copy(connection, one, {
      table: "account",
      of: "r.id = $3::uuid",
      id: "k.account_id",
      given: { email: "k.account_id || '@crowd.example'", name: "'Client ' || k.n" },
    });
    await copy(connection, one, {
      table: "client",
      of: "r.id = $2::uuid",
      id: "k.client_id",
      given: { account_id: "k.account_id", record_number: "k.n" },
    });
    for (const table of ["consent", "enrolment", "assessment", "signal"])
      await copy(connection, one, { table, of: "r.client_id = $2::uuid", given: person });
    await copy(connection, one, { table: "signal_round", of: "r.id = $2::uuid", id: "k.client_id" });
    await copy(connection, one, {
      table: "caseload_row",
      of: "r.client_id = $2::uuid",
      given: { ...person, name_key: "'client ' || k.n" },
    });
    await connection.query(
      `insert into connection_check (practice_id, id, client_id, local_date, score, recorded_at)
       select $1::uuid, gen_random_uuid(), k.client_id, $2::date - d, (1 + (k.n + d) % 10)::int, $2::timestamptz - d * interval '1 day'
       from copies k, generate_series(0, 2) d`,
      [practice.practiceId, now],
    );
    await connection.query("commit");
  } finally {
    connection.release();
  }
  return { practice, clients };
}

/** Every column of a table as it stands, but for those that are given. */
async function copy(
  connection: PoolClient,
  { practiceId, clientId, accountId }: { practiceId: string; clientId: string; accountId: string },
  { table, of, id = "gen_random_uuid()", given = {} }: Rows,
): Promise<void> {
  const { rows } = await connection.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const values: Record<string, string> = { id, ...given };
  const names = rows.map(({ name }) => name);
  await connection.query(
    `insert into ${table} (${names.join(", ")})
     select ${names.map((name) => values[name] ?? `r.${name}`).join(", ")} from copies k, ${table} r
     where r.practice_id = $1::uuid and ${of} and ($2::uuid, $3::uuid) is not null`,
    [practiceId, clientId, accountId],
  );
}

/** A sign-in of each client, and their first Five Dimensions: all answered already, or not begun. */
export async function mintSitters(pool: Pool, { practice }: Crowd, now: Date, areAnswered: boolean): Promise<Sitter[]> {
  const { practiceId } = practice;
  const { rows } = await pool.query<{ id: string; account: string; definition: unknown }>(
    `select distinct on (c.id) a.id, c.account_id as account, v.definition from client c
     join assessment a on a.practice_id = c.practice_id and a.client_id = c.id
     join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
     where c.practice_id = $1 and v.key = 'five-dimensions' order by c.id, a.due_on`,
    [practiceId],
  );
  const limits = sessionLimits("client");
  const { items, forms } = parseInstrument(rows[0]?.definition);
  const itemId = items[0]?.id ?? "";
  const sitters = rows.map(({ id, account }) => ({
    itemId,
    assessmentId: id,
    account,
    token: randomBytes(32).toString("base64url"),
  }));
  await pool.query(
    `insert into session (practice_id, id, account_id, token_hash, stage, device, created_at, last_seen_at, idle_seconds, ends_at)
     select $1, gen_random_uuid(), s.account, s.hash, 'full', 'A bench', $4, $4, $5, $6
     from unnest($2::uuid[], $3::bytea[]) as s (account, hash)`,
    [
      practiceId,
      sitters.map(({ account }) => account),
      sitters.map(({ token }) => createHash("sha256").update(token).digest()),
      now,
      limits.idleSeconds,
      new Date(now.getTime() + limits.absoluteSeconds * 1_000),
    ],
  );
  if (areAnswered) {
    const places = placesIn({ items, forms }).map(({ item, form }) => [item.id, form] as const);
    await pool.query(
      `insert into assessment_answer (practice_id, id, assessment_id, item_id, form, value, answered_at)
       select $1, gen_random_uuid(), s.id, q.item, q.form, 2, $5 from unnest($2::uuid[]) s (id), unnest($3::text[], $4::text[]) q (item, form)`,
      [
        practiceId,
        sitters.map(({ assessmentId }) => assessmentId),
        places.map(([id]) => id),
        places.map(([, form]) => form),
        now,
      ],
    );
    await pool.query("update assessment set started_at = $2 where practice_id = $1 and id = any($3::uuid[])", [
      practiceId,
      now,
      sitters.map(({ assessmentId }) => assessmentId),
    ]);
  }
  return sitters;
}

/** A practice's owner, signed in. */
export async function signedInOwner(pool: Pool, { practice }: Crowd, now: Date): Promise<string> {
  return (await mintSession(pool, practice.practiceId, practice.owner.accountId, "staff", now)).token;
}
