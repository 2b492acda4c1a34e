/**
 * What stands in a cell, and by what it sorts where that is something else: a day in words by its date. `isWords`: what
 * somebody wrote keeps its lines and its direction.
 */
export type TwinCell = string | number | { text: string; sort: string | number; isWords?: true };

export type TwinTable = {
  caption: string;
  columns: readonly string[];
  /** The first cell heads its row. */
  rows: readonly (readonly TwinCell[])[];
};

export type SortBy = { column: number; direction: "ascending" | "descending" };

export const textOf = (cell: TwinCell): string => String(typeof cell === "object" ? cell.text : cell);

const keyOf = (cell: TwinCell | undefined): string | number => {
  if (cell === undefined) return "";
  if (typeof cell === "object") return cell.sort;
  return typeof cell === "string" && cell.trim() !== "" && !Number.isNaN(Number(cell)) ? Number(cell) : cell;
};

/** Numbers by size and words by letters, words after all numbers whichever the direction; equal rows keep their order. */
export function sortRows<Row extends readonly TwinCell[]>(
  rows: readonly Row[],
  { column, direction }: SortBy,
): readonly Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one[column]), keyOf(other[column])];
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    if (typeof a === "string" && typeof b === "string") return sign * a.localeCompare(b, "en");
    return typeof a === "number" ? -1 : 1;
  });
}

/** A name for each row by what it says; of rows that say the same, each has its own. */
export function rowKeys(rows: TwinTable["rows"]): string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = row.map(textOf).join("|");
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return nth === 1 ? words : `${words}|${nth}`;
  });
}
