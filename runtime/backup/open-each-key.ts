import type pg from "pg";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { boundRow, sealedColumns } from "@/db/sealing/sealed-columns";

/** For each key, how many sealed columns had a value of it, and which of those did not open. */
export type KeysOpened = Record<string, { opened: number; closed: string[] }>;

/** Opens one value of each key in each sealed column, as somebody whom row-level security does not hold. Keeps no word of it. */
export async function openEachKey(client: pg.ClientBase, sealKeys: string): Promise<KeysOpened> {
  holdKeyRing(readKeyRing(sealKeys));
  const found: KeysOpened = {};
  for (const column of await sealedColumns()) {
    const name = `${column.column}_sealed`;
    const { rows } = await client.query<Record<string, unknown> & { sealed: string; key: string }>(
      `select distinct on (split_part(${name}, '.', 2)) t.*, ${name} as sealed, split_part(${name}, '.', 2) as key
         from "${column.table}" t where ${name} is not null`,
    );
    for (const { sealed, key, ...columns } of rows) {
      found[key] ??= { opened: 0, closed: [] };
      try {
        column.open(sealed, boundRow(columns));
        found[key].opened += 1;
      } catch {
        found[key].closed.push(`${column.table}.${column.column}`);
      }
    }
  }
  return found;
}
