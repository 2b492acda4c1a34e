import type { ClientBase, Pool } from "pg";

/**
 * What keeps the installation itself: when its backups were made and tried, by which keys its words are sealed, and when they
 * were sealed anew. It belongs to no practice and names nobody, so it stands beside the migrations and not among the tables of
 * practices.
 */
export async function prepareRunningRecord(owner: ClientBase): Promise<void> {
  await owner.query(
    `create table if not exists nearer_meta.backup_run (
       id bigint generated always as identity primary key,
       kind text not null check (kind in ('backup', 'drill')),
       outcome text not null check (outcome in ('good', 'failed')),
       started_at timestamptz not null,
       seconds numeric not null,
       words text not null
     )`,
  );
  await owner.query(
    `create table if not exists nearer_meta.seal_key (
       id text primary key,
       check_value text not null,
       since timestamptz not null default now()
     )`,
  );
  await owner.query("alter table nearer_meta.seal_key add column if not exists retired_at timestamptz");
  await owner.query(
    `create table if not exists nearer_meta.resealing (
       id bigint generated always as identity primary key,
       to_key text not null,
       started_at timestamptz not null,
       ended_at timestamptz,
       counts jsonb not null default '{}',
       remaining integer
     )`,
  );
  await owner.query(
    "grant select on nearer_meta.backup_run, nearer_meta.seal_key, nearer_meta.resealing to nearer_app",
  );
}

export type RunKind = "backup" | "drill";
export type Run = { kind: RunKind; outcome: "good" | "failed"; startedAt: Date; seconds: number; words: string };

export async function recordRun(owner: ClientBase, run: Run): Promise<void> {
  await owner.query(
    "insert into nearer_meta.backup_run (kind, outcome, started_at, seconds, words) values ($1, $2, $3, $4, $5)",
    [run.kind, run.outcome, run.startedAt, run.seconds.toFixed(1), run.words],
  );
  // A year of nights is enough to look back on.
  await owner.query("delete from nearer_meta.backup_run where started_at < $1::timestamptz - interval '400 days'", [
    run.startedAt,
  ]);
}

/** The last good one and the last of all, of each kind. */
export async function lastRuns(
  client: Pick<Pool, "query">,
): Promise<Partial<Record<RunKind, { good: Run | null; last: Run }>>> {
  const { rows } = await client.query<Run>(
    `select distinct on (kind, outcome) kind, outcome, started_at as "startedAt", seconds::float8 as seconds, words
       from nearer_meta.backup_run order by kind, outcome, started_at desc`,
  );
  const of = (kind: RunKind) => {
    const mine = rows.filter((run) => run.kind === kind);
    const [last] = mine.toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
    return last ? { [kind]: { good: mine.find(({ outcome }) => outcome === "good") ?? null, last } } : {};
  };
  return { ...of("backup"), ...of("drill") };
}
