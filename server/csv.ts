import "server-only";
import { stringify } from "csv-stringify/sync";

type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180): heads first, lines end in CR LF. Words that a spreadsheet would run as a formula get a quote in
 * front. `hasMark` puts a byte order mark before it, by which some spreadsheets know UTF-8.
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Cell[])[], hasMark: boolean): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: hasMark,
    record_delimiter: "windows",
    escape_formulas: true,
  });

/** The same for rows with named fields, in the order of `columns`. */
export const csvOfRows = <Row extends Record<string, Cell>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  hasMark: boolean,
): string =>
  csvOf(
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
    hasMark,
  );
