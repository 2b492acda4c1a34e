import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { SealedColumn } from "@/db/sealed";

/** A row as the database names its columns, in the names of the schema. */
export type BoundRow = Record<string, unknown>;

const isSealedColumn = (value: unknown): value is SealedColumn<BoundRow> =>
  typeof value === "object" && value !== null && "readOrNull" in value;

/** Every sealed column stands beside its table: the files of the schema are the list. */
export async function sealedColumns(): Promise<SealedColumn<BoundRow>[]> {
  const folder = path.join(import.meta.dirname, "../schema");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules: object[] = await Promise.all(files.map((name) => import(pathToFileURL(path.join(folder, name)).href)));
  return modules.flatMap((one) => Object.values(one)).filter(isSealedColumn);
}

const camelCase = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What a sealed value of a row is bound to, as its column asks for it. */
export const boundRow = (columns: Record<string, unknown>): BoundRow & { practiceId: string } => ({
  ...Object.fromEntries(Object.entries(columns).map(([field, value]) => [camelCase(field), value])),
  practiceId: String(columns.practice_id),
});
