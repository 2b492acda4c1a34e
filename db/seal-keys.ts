import type { ClientBase, Pool } from "pg";
import { checkValue, type KeyRing, opensCheckValue } from "@/db/sealed";

/**
 * Keys that words were sealed with and that are not here, those that are others under the same name, and one that was retired and
 * would seal again.
 */
export type KeyTrouble = { missing: string[]; wrong: string[]; retired: string[] };

export async function sealKeyTrouble(client: Pick<Pool, "query">, ring: KeyRing): Promise<KeyTrouble> {
  const { rows } = await client.query<{ id: string; value: string; retired: boolean }>(
    "select id, check_value as value, retired_at is not null as retired from nearer_meta.seal_key order by id",
  );
  return {
    missing: rows.filter(({ id, retired }) => !retired && !ring.keys.has(id)).map(({ id }) => id),
    retired: rows.filter(({ id, retired }) => retired && id === ring.writing).map(({ id }) => id),
    wrong: rows.filter(({ id, value }) => ring.keys.has(id) && !opensCheckValue(ring, id, value)).map(({ id }) => id),
  };
}

/** Keys of the ring for which nothing is kept yet to know them by, the one that writes last: it is the newest. */
export async function unknownSealKeys(client: Pick<Pool, "query">, ring: KeyRing): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("select id from nearer_meta.seal_key");
  const known = new Set(rows.map(({ id }) => id));
  return [...ring.keys.keys()].filter((id) => !known.has(id)).reverse();
}

export async function keepSealKeys(owner: ClientBase, ring: KeyRing, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await owner.query("insert into nearer_meta.seal_key (id, check_value) values ($1, $2) on conflict do nothing", [
      id,
      checkValue(ring, id),
    ]);
  }
}

/** Nothing is sealed with it any more: the start asks for it no longer, and none may seal with it again. */
export async function retireSealKey(owner: Pick<ClientBase, "query">, id: string, now: Date): Promise<void> {
  await owner.query("update nearer_meta.seal_key set retired_at = $2 where id = $1", [id, now]);
}

/** Lost for good: what it sealed stays closed, and the start asks for it no longer. */
export async function giveUpSealKey(owner: ClientBase, id: string): Promise<boolean> {
  const { rowCount } = await owner.query("delete from nearer_meta.seal_key where id = $1", [id]);
  return Boolean(rowCount);
}
