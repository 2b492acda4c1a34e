import { openBefore, SEALED_BEFORE, sealBefore } from "@/db/schema/draft";
import type { SealedColumn } from "@/db/sealed";
import { placeOf } from "@/lib/drafts/known-place";
import { boundTo } from "./resealer";
import { type BoundRow, boundRow, sealedColumns } from "./sealed-columns";

/** One sealed value of a row, and how it is opened and closed again in its place. */
export type SealedValue = { field: string; sealed: string; open: () => string; seal: (words: string) => string };

/** A table with sealed values: what is asked of the database, and what of a row that it answers is sealed. */
export type SealedTable = {
  table: string;
  /** What is read of a row, beside its practice and id. */
  reads: string;
  /** Each as `field` and the `text` of its values: for counting, and for finding what another key sealed. */
  texts: readonly { field: string; text: string }[];
  /** Sealed values that stand inside of this one, which is changed as a whole. */
  inside?: string;
  valuesOf: (row: Record<string, unknown>) => SealedValue[];
};

type Column = SealedColumn<BoundRow>;

const fieldOf = ({ column }: Column) => `${column}_sealed`;

function sealedValue(column: Column, sealed: unknown, row: BoundRow & { practiceId: string }): SealedValue[] {
  if (typeof sealed !== "string") return [];
  const field = fieldOf(column);
  return [{ field, sealed, open: () => column.open(sealed, row), seal: (words) => column.seal(words, row) }];
}

function plainTable(table: string, columns: readonly Column[]): SealedTable {
  return {
    table,
    reads: [...(boundTo[table] ?? []), ...columns.map(fieldOf)].join(", "),
    texts: columns.map((column) => ({ field: fieldOf(column), text: fieldOf(column) })),
    valuesOf: (row) => columns.flatMap((column) => sealedValue(column, row[fieldOf(column)], boundRow(row))),
  };
}

/** Words that were begun before drafts had versions stand under the name that they had then, and are the client’s. */
function draftTable(columns: readonly Column[]): SealedTable {
  const plain = plainTable("draft", columns);
  const whose = "(select c.id from client c where c.practice_id = t.practice_id and c.account_id = t.account_id)";
  return {
    ...plain,
    reads: `${plain.reads}, ${whose} as client_id`,
    valuesOf: (row) => {
      if (row.version !== SEALED_BEFORE) return plain.valuesOf(row);
      const place = placeOf(String(row.place));
      const sealed = String(row.content_sealed);
      if (place?.kind !== "exercise") return plain.valuesOf(row);
      const bound = { practiceId: String(row.practice_id), clientId: String(row.client_id) };
      const old = { ...bound, key: place.key, isOwn: place.form === "own" };
      const field = "content_sealed";
      return [{ field, sealed, open: () => openBefore(sealed, old), seal: (words) => sealBefore(words, old) }];
    },
  };
}

const correctable = { connection_check: "check_id", exercise_attempt: "attempt_id", distance_move: "move_id" } as const;

/** A row as it stood before it was corrected holds its sealed values as they were bound to it. */
function correctionTable(all: readonly Column[]): SealedTable {
  const fields = all.filter(({ table }) => table in correctable);
  return {
    table: "correction",
    reads: "check_id, attempt_id, move_id, before",
    texts: [...new Set(fields.map(fieldOf))].map((field) => ({ field, text: `before ->> '${field}'` })),
    inside: "before",
    valuesOf: (row) => {
      const of = Object.entries(correctable).find(([, id]) => row[id] !== null);
      if (!of) return [];
      const before = row.before as Record<string, unknown>;
      const bound = { practiceId: String(row.practice_id), id: row[of[1]] };
      return fields
        .filter(({ table }) => table === of[0])
        .flatMap((column) => sealedValue(column, before[fieldOf(column)], bound));
    },
  };
}

/** Every table in which something is sealed, from the declarations of the columns. */
export async function sealedTables(): Promise<SealedTable[]> {
  const all = await sealedColumns();
  // What an earlier version sealed has no column of its own any more.
  const names = [...new Set(all.map(({ table }) => table))].sort();
  return [
    ...names.map((table) => {
      const columns = all.filter((column) => column.table === table);
      return table === "draft" ? draftTable(columns) : plainTable(table, columns);
    }),
    correctionTable(all),
  ];
}
