import type pg from "pg";

/** How many rows each table has, and what they hash to, in whatever order they lie. */
export type Fingerprint = Record<string, { rows: string; hash: string }>;

const sameEverywhere = [
  "set timezone = 'UTC'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'postgres'",
  "set extra_float_digits = 1",
  "set bytea_output = 'hex'",
  // A backup is of everything or fails: a role that row-level security holds would hash its own part of it.
  "set row_security = off",
];

/** Of every table that outlives a restart. Inside a transaction of one snapshot, for one moment. */
export async function fingerprintOf(client: pg.ClientBase): Promise<Fingerprint> {
  for (const setting of sameEverywhere) await client.query(setting);
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.relpersistence = 'p'
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const print: Fingerprint = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: string; hash: string }>(
      `select count(*)::text as rows,
              coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as hash from (table ${name}) t`,
    );
    if (rows[0]) print[name] = rows[0];
  }
  return print;
}

/** The tables in which two differ, with how many rows each has of them. */
export function differences(live: Fingerprint, restored: Fingerprint): string[] {
  const names = [...new Set([...Object.keys(live), ...Object.keys(restored)])].toSorted();
  return names
    .filter((name) => live[name]?.rows !== restored[name]?.rows || live[name]?.hash !== restored[name]?.hash)
    .map((name) => `${name} (${live[name]?.rows ?? "no"} rows here, ${restored[name]?.rows ?? "none"} restored)`);
}

export const rowsOf = (print: Fingerprint): number =>
  Object.values(print).reduce((sum, { rows }) => sum + Number(rows), 0);
