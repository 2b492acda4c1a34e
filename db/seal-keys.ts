import type { ClientBase, Pool } from "pg";
import { checkValue, type KeyRing, opensCheckValue } from "@/db/sealed";

/** Keys that words were sealed with and that are not here, or are others under the same name. */
export type KeyTrouble = { missing: string[]; wrong: string[] };

export async function sealKeyTrouble(client: Pick<Pool, "query">, ring: KeyRing): Promise<KeyTrouble> {
  const { rows } = await client.query<{ id: string; value: string }>(
    "select id, check_value as value from nearer_meta.seal_key order by id",
  );
  return {
    missing: rows.filter(({ id }) => !ring.keys.has(id)).map(({ id }) => id),
    wrong: rows.filter(({ id, value }) => ring.keys.has(id) && !opensCheckValue(ring, id, value)).map(({ id }) => id),
  };
}

/** Keys of the ring for which nothing is kept yet to know them by. */
export async function unknownSealKeys(client: Pick<Pool, "query">, ring: KeyRing): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("select id from nearer_meta.seal_key");
  const known = new Set(rows.map(({ id }) => id));
  return [...ring.keys.keys()].filter((id) => !known.has(id));
}

export async function keepSealKeys(owner: ClientBase, ring: KeyRing, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await owner.query("insert into nearer_meta.seal_key (id, check_value) values ($1, $2) on conflict do nothing", [
      id,
      checkValue(ring, id),
    ]);
  }
}

/** Lost for good: what it sealed stays closed, and the start asks for it no longer. */
export async function giveUpSealKey(owner: ClientBase, id: string): Promise<boolean> {
  const { rowCount } = await owner.query("delete from nearer_meta.seal_key where id = $1", [id]);
  return Boolean(rowCount);
}
