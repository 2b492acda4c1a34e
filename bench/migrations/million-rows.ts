import type { Client } from "pg";

/** Ids that can be told apart and are in order, as an index likes them: of kind `kind`, number `n`. */
const id = (kind: number, n: string) =>
  `('${String(kind).padStart(8, "0")}-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const practice = id(1, "1");
const owner = id(2, "0");
const people = 1_000;
const person = id(2, `1 + n % ${people}`);
const client = id(3, `n % ${people}`);
const at = "timestamptz '2020-01-01 10:00Z' + n * interval '1 minute'";
const day = "(date '2020-01-01' + (n / 1440)::int)";

/** In the columns of the migration that `since` names: what everything else hangs on. */
const ground = [
  `insert into practice (practice_id, name, country, zone, created_at) values (${practice}, 'P', 'GB', 'Europe/London', now())`,
  `insert into account (practice_id, id, role, email, name, zone, created_at)
   select ${practice}, ${id(2, "n")}, case n when 0 then 'owner' else 'client' end, n || '@x.example', 'A', 'Europe/London', now()
   from generate_series(0, ${people}) n`,
  `insert into client (practice_id, id, account_id, therapist_id, record_number, zone, created_by, created_at)
   select ${practice}, ${id(3, "n")}, ${id(2, "n + 1")}, ${owner}, n + 1, 'Europe/London', ${owner}, now() from generate_series(0, ${people - 1}) n`,
  `insert into protocol_version (practice_id, id, key, version, title, definition, created_at)
   values (${practice}, ${id(4, "1")}, 'k', 1, 'T', '{}', now())`,
  `insert into instrument_version (practice_id, id, key, version, title, definition, created_at)
   values (${practice}, ${id(5, "1")}, 'i', 1, 'T', '{}', now())`,
  `insert into enrolment (practice_id, id, client_id, protocol_version_id, start_date, created_by, created_at)
   select ${practice}, ${id(6, "n")}, ${id(3, "n")}, ${id(4, "1")}, date '2020-01-01', ${owner}, now() from generate_series(0, ${people - 1}) n`,
];

/** The tables that grow with use, each with how a row of number `n` looks. */
const growing: Record<string, string> = {
  assessment: `(practice_id, id, client_id, instrument_version_id, occasion, week_number, opens_on, due_on, assigned_at, submitted_at)
    select ${practice}, ${id(7, "n")}, ${client}, ${id(5, "1")}, 'i:week-' || n / ${people}, n / ${people}, ${day}, ${day}, ${at},
      case when n % 3 > 0 then ${at} end`,
  assessment_answer: `(practice_id, id, assessment_id, item_id, form, value, answered_at)
    select ${practice}, ${id(8, "n")}, ${id(7, "n")}, 'q1', 'now', n % 5, ${at}`,
  assessment_score: `(practice_id, id, assessment_id, form, scale_key, status, score, answered, items, instrument_version_id)
    select ${practice}, ${id(9, "n")}, ${id(7, "n")}, 'now', 'k', 'scored', n % 40, 10, 10, ${id(5, "1")}`,
  audit_entry: `(practice_id, id, at, actor_id, actor_role, action, subject_kind, subject_id, client_id)
    select ${practice}, ${id(10, "n")}, ${at}, ${owner}, 'owner', 'clients.read', 'client', ${client}, ${client}`,
  connection_check: `(practice_id, id, client_id, local_date, score, recorded_at)
    select ${practice}, ${id(11, "n")}, ${client}, ${day}, 1 + n % 10, ${at}`,
  distance_move: `(practice_id, id, client_id, local_date, strategy, recorded_at)
    select ${practice}, ${id(12, "n")}, ${client}, ${day}, 'lone_wolf', ${at}`,
  exercise_attempt: `(practice_id, id, client_id, enrolment_id, exercise_key, local_date, outcome, how_it_went, recorded_at)
    select ${practice}, ${id(13, "n")}, ${client}, ${id(6, `n % ${people}`)}, 'one-real-feeling', ${day}, 'done', n % 5, ${at}`,
  message: `(practice_id, id, client_id, author_id, body_sealed, sent_at)
    select ${practice}, ${id(14, "n")}, ${client}, ${person}, 's1.k1.' || md5(n::text), ${at}`,
  outbox_letter: `(practice_id, id, account_id, occasion, created_at, due_at, sent_at)
    select ${practice}, ${id(15, "n")}, ${person}, 'message:' || ${id(14, "n")}, ${at}, ${at}, ${at}`,
  session: `(practice_id, id, account_id, token_hash, stage, device, created_at, last_seen_at, idle_seconds, ends_at)
    select ${practice}, ${id(16, "n")}, ${person}, decode(md5(n::text), 'hex'), 'full', 'A phone', ${at}, ${at}, 900, ${at}`,
};

export const growingTables = Object.keys(growing);

/** Fills each of them by one statement, without the triggers and checks of other tables that a real row goes through. */
export async function fill(admin: Client, rows: number, say: (line: string) => void): Promise<void> {
  await admin.query("set session_replication_role = replica");
  for (const statement of ground) await admin.query(statement);
  for (const [table, how] of Object.entries(growing)) {
    const began = Date.now();
    await admin.query(`insert into ${table} ${how} from generate_series(0, ${rows - 1}) n`);
    say(`${rows} rows of ${table} in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  await admin.query("set session_replication_role = origin");
  await admin.query("analyze");
}

/** How many rows a table has, and a hash over each of its columns that does not depend on the order of rows. */
export async function contentOf(admin: Client, table: string): Promise<{ rows: string; columns: Map<string, string> }> {
  const { rows: names } = await admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const sums = names.map(({ name }) => `sum(hashtextextended("${name}"::text, 0)) as "${name}"`);
  const { rows } = await admin.query<Record<string, string>>(
    `select count(*) as " rows", ${sums.join(", ")} from "${table}"`,
  );
  const { " rows": count = "0", ...columns } = rows[0] ?? {};
  return { rows: count, columns: new Map(Object.entries(columns)) };
}
