import { type LongRow, longRows } from "@/lib/exports/long-rows";
import type { ExportedRecord } from "@/lib/exports/record";

/** A table with one column per variable: heads first. An empty cell holds nothing that was measured on that day. */
export type WideTable = { columns: string[]; rows: (string | number | null)[][] };

/** Of the long table alone: what has no place in a row per day. */
const apart: readonly LongRow["kind"][] = ["answer", "move", "goal", "session"];

const fixed = ["record", "date", "week"];

/** How a variable of the long table is called as a column: its measure, form and own name, joined by dots. */
export const columnOf = ({ measure, form, variable }: Pick<LongRow, "measure" | "form" | "variable">): string =>
  [measure, ...(form === null ? [] : [form]), variable].join(".");

/**
 * The wide table of one client: a row per day on which something was measured or should have been, the mean of several checks
 * of one day to two decimals, the last of anything else; and a column that says in words what is missing and why.
 */
export function wideRows(record: ExportedRecord): WideTable {
  const rows = longRows(record).filter(({ kind, date }) => !apart.includes(kind) && date !== null);
  const measured = rows.filter(
    ({ status, value, variable }) => status !== "missing" && (value !== null || variable === "outcome"),
  );
  const columns = [...new Set(measured.map(columnOf))].sort();
  const days = [...new Set(rows.map(({ date }) => date))];
  return {
    columns: [...fixed, ...columns, "missing"],
    rows: days
      .map((date) => ({ date, ofDay: rows.filter((row) => row.date === date) }))
      .map(({ date, ofDay }) => [
        ...[record.recordNumber, date, ofDay[0]?.week ?? null],
        ...columns.map((column) => cellOf(ofDay.filter((row) => columnOf(row) === column))),
        missingWords(ofDay),
      ]),
  };
}

function cellOf(rows: readonly LongRow[]): string | number | null {
  const last = rows.findLast(({ status }) => status !== "missing");
  if (last?.kind !== "check") return last?.value ?? last?.text ?? null;
  const values = rows.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100;
}

const missingWords = (rows: readonly LongRow[]): string | null =>
  rows.flatMap((row) => (row.status === "missing" ? [`${columnOf(row)}: ${row.reason}`] : [])).join(" | ") || null;
