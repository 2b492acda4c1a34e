import { isHeading, kindsOfHeading, usualColumns } from "@/lib/assessments/build/paste-columns";
import { readTable } from "@/lib/assessments/build/paste-table";

const numbering = /^\s*\(?(\d{1,3})\s*[.):]\s+/;

/** Lines with words on them. Numbers in front are dropped when they count 1, 2, 3 all the way down. */
export function linesOf(text: string): string[] {
  return unnumbered(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
}

function unnumbered(lines: string[]): string[] {
  const isCounted = lines.every((line, i) => Number(numbering.exec(line)?.[1]) === i + 1);
  return isCounted ? lines.map((line) => line.replace(numbering, "")) : lines;
}

/**
 * The words that somebody pasted for so many places: rows out of a spreadsheet, else one on each line, else, where that fits, one
 * between empty lines, so that each may have several.
 */
export function wordsFor(text: string, needed: number): string[] {
  if (text.includes("\t")) {
    const table = readTable(text.replaceAll("\r", ""), isHeading);
    const isNamed = isHeading(table[0]?.cells ?? []);
    const rows = isNamed ? table.slice(1) : table;
    const at = (isNamed ? kindsOfHeading(table[0]?.cells ?? []) : usualColumns(rows))?.indexOf("statement") ?? 0;
    return unnumbered(rows.map(({ cells }) => cells[Math.max(0, at)] ?? "").filter((words) => words !== ""));
  }
  const lines = linesOf(text);
  if (lines.length === needed) return lines;
  const blocks = unnumbered(
    text
      .split(/\r?\n\s*\r?\n/)
      .map((block) => block.trim())
      .filter((block) => block !== ""),
  );
  return blocks.length === needed ? blocks : lines;
}

/** Words as they stand, ready to be sent as they are: with empty lines between them where one has several lines. */
export function asLines(words: readonly (string | null)[]): string {
  if (words.some((word) => word === null)) return "";
  const tidy = words.map((word) => (word ?? "").replace(/\n\s*\n/g, "\n"));
  return tidy.join(tidy.some((word) => word.includes("\n")) ? "\n\n" : "\n");
}
