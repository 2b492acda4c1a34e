import type { ClientBase, Pool } from "pg";

type Db = Pick<ClientBase | Pool, "query">;

/** One sealing anew, of every practice: how many values of each table, and what was left over. */
export type Resealing = {
  id: string;
  toKey: string;
  startedAt: Date;
  endedAt: Date | null;
  counts: Record<string, number>;
  /** Of other keys, when it ended: what does not open, and what somebody was writing to all the while. */
  remaining: number | null;
};

export type KnownKey = { id: string; since: Date; retiredAt: Date | null };

const columns = `id::text as id, to_key as "toKey", started_at as "startedAt", ended_at as "endedAt", counts, remaining`;

/** The last one, and the one that is under way. */
export async function lastResealing(db: Db): Promise<Resealing | undefined> {
  const { rows } = await db.query<Resealing>(
    `select ${columns} from nearer_meta.resealing order by started_at desc, id desc limit 1`,
  );
  return rows[0];
}

/** The keys that words here were ever sealed with, the newest first. */
export async function knownKeys(db: Db): Promise<KnownKey[]> {
  const { rows } = await db.query<KnownKey>(
    `select id, since, retired_at as "retiredAt" from nearer_meta.seal_key order by since desc, id desc`,
  );
  return rows;
}

/** Goes on with the one that was broken off, and ends one to another key: words are sealed under one key at a time. */
export async function beginResealing(keeper: Db, toKey: string, now: Date): Promise<Resealing> {
  await keeper.query("update nearer_meta.resealing set ended_at = $2 where ended_at is null and to_key <> $1", [
    ...[toKey, now],
  ]);
  const open = await keeper.query<Resealing>(`select ${columns} from nearer_meta.resealing where ended_at is null`);
  if (open.rows[0]) return open.rows[0];
  const { rows } = await keeper.query<Resealing>(
    `insert into nearer_meta.resealing (to_key, started_at) values ($1, $2) returning ${columns}`,
    [toKey, now],
  );
  if (!rows[0]) throw new Error("the sealing anew was not written down");
  return rows[0];
}

export async function addToResealing(keeper: Db, id: string, counts: Record<string, number>): Promise<void> {
  await keeper.query(
    `update nearer_meta.resealing r set counts = coalesce((
       select jsonb_object_agg(k, coalesce((r.counts ->> k)::int, 0) + coalesce(($2::jsonb ->> k)::int, 0))
         from (select jsonb_object_keys(r.counts || $2::jsonb) as k) names), '{}') where id = $1`,
    [id, JSON.stringify(counts)],
  );
}

export async function endResealing(
  keeper: Db,
  id: string,
  { remaining, now }: { remaining: number; now: Date },
): Promise<void> {
  await keeper.query("update nearer_meta.resealing set ended_at = $2, remaining = $3 where id = $1", [
    ...[id, now, remaining],
  ]);
}
