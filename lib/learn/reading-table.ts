/** What begins a line of a table, and parts its cells. */
export const CELL_SIGN = "|";

export type ReadingTable = { head: string[]; rows: string[][] };

export const isTableLine = (line: string): boolean => line.startsWith(CELL_SIGN);

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(CELL_SIGN)
    .map((cell) => cell.trim());

/** The table that a paragraph is when each of its lines begins with the sign, the first being its head; else null. */
export function tableOf(paragraph: string): ReadingTable | null {
  const lines = paragraph.split("\n");
  if (!lines.every(isTableLine)) return null;
  const [head = [], ...rows] = lines.map(cellsOf);
  return { head, rows };
}

/** What is wrong with a table, as a sentence; null where each of its lines has as many cells as its head, and words in each. */
export function tableFault({ head, rows }: ReadingTable): string | null {
  if (rows.length === 0) return "A table needs a line below its head.";
  if (rows.some((row) => row.length !== head.length)) return "Give every line of a table as many parts as its head.";
  return [head, ...rows].flat().some((cell) => cell === "") ? "A part of the table has no words." : null;
}

/** The words of a paragraph, without the signs of a table. */
export const plainWords = (paragraph: string): string =>
  tableOf(paragraph) ? paragraph.replaceAll(CELL_SIGN, " ").trim() : paragraph;
