import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type pg from "pg";
import { holdKeyRing, readKeyRing, type SealedColumn } from "@/db/sealed";

/** For each key, how many sealed columns had a value of it, and which of those did not open. */
export type KeysOpened = Record<string, { opened: number; closed: string[] }>;

const isSealedColumn = (value: unknown): value is SealedColumn<Record<string, unknown>> =>
  typeof value === "object" && value !== null && "readOrNull" in value;

/** Every sealed column stands beside its table: the files of the schema are the list. */
async function sealedColumns(): Promise<SealedColumn<Record<string, unknown>>[]> {
  const folder = path.join(import.meta.dirname, "../../db/schema");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules: object[] = await Promise.all(files.map((name) => import(pathToFileURL(path.join(folder, name)).href)));
  return modules.flatMap((one) => Object.values(one)).filter(isSealedColumn);
}

const camelCase = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

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
      const row = Object.fromEntries(Object.entries(columns).map(([field, value]) => [camelCase(field), value]));
      found[key] ??= { opened: 0, closed: [] };
      try {
        column.open(sealed, { ...row, practiceId: String(row.practiceId) });
        found[key].opened += 1;
      } catch {
        found[key].closed.push(`${column.table}.${column.column}`);
      }
    }
  }
  return found;
}
