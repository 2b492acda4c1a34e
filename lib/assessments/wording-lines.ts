import { isHeading, kindsOfHeading, usualColumns } from "@/lib/assessments/build/paste-columns";
import { readTable } from "@/lib/assessments/build/paste-table";

const numbering = /^\s*\(?(\d{1,3})\s*[.):]\s+/;

const unnumbered = (lines: string[]): string[] =>
  lines.every((line, i) => Number(numbering.exec(line)?.[1]) === i + 1)
    ? lines.map((line) => line.replace(numbering, ""))
    : lines;

const partsOf = (text: string, between: RegExp): string[] =>
  unnumbered(
    text
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

/** Lines with words on them. Numbers in front are dropped when they count 1, 2, 3 all the way down. */
export const linesOf = (text: string): string[] => partsOf(text, /\r?\n/);

/**
 * The words for so many places: rows out of a spreadsheet, else one on each line, else, where that fits, one between empty lines,
 * of several lines each.
 */
export function wordsFor(text: string, needed: number): string[] {
  if (text.includes("\t")) return cellsOf(text);
  const lines = linesOf(text);
  if (lines.length === needed) return lines;
  const blocks = partsOf(text, /\r?\n\s*\r?\n/);
  return blocks.length === needed ? blocks : lines;
}

/** What stands for words that nobody has entered yet, beside others that are there. */
const NO_WORDS = "(no words yet)";

/** Words ready to be sent as they are: with empty lines between them where one has several lines. */
export function asLines(words: readonly (string | null)[]): string {
  if (words.every((word) => word === null)) return "";
  const tidy = words.map((word) => word?.replace(/\r?\n\s*\r?\n/g, "\n") ?? NO_WORDS);
  return tidy.join(tidy.some((word) => word.includes("\n")) ? "\n\n" : "\n");
}

/** What was typed says of so many places. What comes back as it was shown keeps its words to the letter. */
export function wordsFrom(typed: string, before: readonly (string | null)[]): (string | null)[] {
  if (typed.replaceAll("\r\n", "\n").trim() === asLines(before).replaceAll("\r\n", "\n").trim() && typed.trim() !== "")
    return [...before];
  return wordsFor(typed, before.length).map((word) => (word === NO_WORDS ? null : word));
}

/** The column of statements: the one of that name, else the first that does not only count. */
function cellsOf(text: string): string[] {
  const table = readTable(text.replaceAll("\r", ""), isHeading);
  const isNamed = isHeading(table[0]?.cells ?? []);
  const rows = isNamed ? table.slice(1) : table;
  const columns = isNamed ? kindsOfHeading(table[0]?.cells ?? []) : usualColumns(rows);
  const at = Math.max(0, columns?.indexOf("statement") ?? 0);
  return unnumbered(rows.map(({ cells }) => cells[at] ?? "").filter((words) => words !== ""));
}
