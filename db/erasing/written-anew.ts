import type { ClientBase } from "pg";
import { letGo, nameless, person, safety } from "./erase-plan";

/** Longest that somebody’s page waits behind a table that is to be written anew, and longest that it then is written (ours). */
export const waitSeconds = 2;
export const writeSeconds = 10;

const changed = [...letGo, ...nameless].map((statement) => /^update (\w+)/.exec(statement)?.[1] ?? "");
/** The tables in whose files something of an erased person may stand: what was removed long before the erasing, too. */
export const tracedTables: readonly string[] = [
  ...new Set([...person, ...safety].map(([table]) => table).concat(changed)),
].sort();

/** What the planner knows of names and addresses stands in a catalogue; it goes last, when it was found out anew. */
const statistics = "pg_statistic";

/**
 * PostgreSQL keeps the bytes of removed rows in its files, through an ordinary vacuum too, until something else is written over
 * them. Which tables wait to be written anew; it names no practice and nobody, so it stands beside the migrations.
 */
export async function prepareTraces(owner: ClientBase): Promise<void> {
  await owner.query(
    "create table if not exists nearer_meta.trace (table_name text primary key, since timestamptz not null)",
  );
  await owner.query("grant usage on schema nearer_meta to nearer_worker");
  await owner.query("grant select, insert, update (since) on nearer_meta.trace to nearer_worker");
}

/**
 * In the transaction of an erasing: what it leaves in files is written over by whoever owns the tables. A backup of a release
 * before this has nowhere to note it: who restores one calls `writeAllAnew`.
 */
export async function leaveTraces(db: ClientBase, at: Date): Promise<void> {
  const { rows } = await db.query<{ known: boolean }>("select to_regclass('nearer_meta.trace') is not null as known");
  if (!rows[0]?.known) return;
  await db.query(
    `insert into nearer_meta.trace (table_name, since) select unnest($1::text[]), $2
       on conflict (table_name) do update set since = excluded.since`,
    [[...tracedTables, statistics], at],
  );
}

/** Since when something waits to be written anew; null where nothing does. */
export async function waitingSince(owner: ClientBase): Promise<Date | null> {
  const { rows } = await owner.query<{ since: Date | null }>("select min(since) as since from nearer_meta.trace");
  return rows[0]?.since ?? null;
}

export type WrittenAnew = { written: number; left: readonly string[] };

/**
 * Writes the tables that wait anew, one by one, so that no byte of a removed row is left in them. Nobody waits longer than the
 * bounds above: a table that is busy, too large for them, or whose old rows somebody still looks at is left for the next time.
 */
export async function writeAnew(owner: ClientBase, bounds = { waitSeconds, writeSeconds }): Promise<WrittenAnew> {
  const { rows: locks } = await owner.query<{ mine: boolean }>("select pg_try_advisory_lock(7205002) as mine");
  if (!locks[0]?.mine) return { written: 0, left: [] };
  try {
    await owner.query(`set lock_timeout = '${bounds.waitSeconds}s'`);
    await owner.query(`set statement_timeout = '${bounds.waitSeconds + bounds.writeSeconds}s'`);
    const { rows: waiting } = await owner.query<{ name: string; since: string }>(
      "select table_name as name, since::text from nearer_meta.trace order by table_name = $1, table_name",
      [statistics],
    );
    const left: string[] = [];
    for (const { name, since } of waiting) {
      if (await writeOne(owner, name))
        await owner.query("delete from nearer_meta.trace where table_name = $1 and since = $2::timestamptz", [
          name,
          since,
        ]);
      else left.push(name);
    }
    return { written: waiting.length - left.length, left };
  } finally {
    await owner.query("reset lock_timeout");
    await owner.query("reset statement_timeout");
    await owner.query("select pg_advisory_unlock(7205002)");
  }
}

/** All of them at once, where nobody works yet: on a database that was restored and erased from again. */
export async function writeAllAnew(owner: ClientBase): Promise<void> {
  for (const name of [...tracedTables, statistics]) await writeOne(owner, name);
}

/** Refused for its lock, or ended because it took too long. */
const notNow: readonly unknown[] = ["55P03", "57014"];
/** There is no such table, before a release or after one. */
const unknownTable = "42P01";

/** False: not now, or with rows that a transaction from before the erasing still sees, which are carried over. */
async function writeOne(owner: ClientBase, name: string): Promise<boolean> {
  let carried = 0;
  const listen = ({ detail }: { detail?: string | undefined }) => {
    carried += Number(/\d+/.exec(detail ?? "")?.[0] ?? 0);
  };
  owner.on("notice", listen);
  try {
    await owner.query(`vacuum (full, analyze, verbose) ${owner.escapeIdentifier(name)}`);
    return carried === 0;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === unknownTable) return true;
    if (notNow.includes(code)) return false;
    throw error;
  } finally {
    owner.off("notice", listen);
  }
}
