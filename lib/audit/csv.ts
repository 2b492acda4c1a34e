/** What a table program takes for a formula, wherever it begins. */
const formula = /^[\s\0]*[=+\-@\t\r|%]/;

/** A cell as a file of comma-separated values holds it: quoted, and never read as a formula. */
const cell = (value: string): string => `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** Rows with a head, each line ended as RFC 4180 says, with the mark by which table programs know that it is Unicode. */
export const csvOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
