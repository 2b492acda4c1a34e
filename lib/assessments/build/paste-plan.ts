import { answerLines, readAnswers } from "@/lib/assessments/build/answers";
import { YES_NO, yesNo } from "@/lib/assessments/build/item-form";
import { MOST_QUESTIONS } from "@/lib/assessments/build/items";
import { type ColumnKind, isHeading, kindsOfHeading, usualColumns } from "@/lib/assessments/build/paste-columns";
import { MOST_PASTED, type Row, readTable } from "@/lib/assessments/build/paste-table";
import type { Instrument, Item, Option } from "@/lib/assessments/instrument";
import { MOST_OF_A_STATEMENT } from "@/lib/assessments/instrument-shape";
import { scoreOf } from "@/lib/assessments/option-score";
import { linesOf } from "@/lib/assessments/wording-lines";
import { limits } from "@/lib/limits";
import { plural } from "@/lib/plural";

type Answered = Pick<Item, "kind"> & Partial<Pick<Item, "min" | "max">> & { options?: readonly Option[] };

/** One statement as it would be taken. */
export type PlannedRow = {
  line: number;
  text: string;
  scales: string[];
  reversed: boolean;
  section: string | null;
  /** Null: as the form says for lines that say nothing. */
  answered: Answered | null;
};

export type PastePlan = { columns: ColumnKind[]; rows: PlannedRow[]; problems: { line: number; sentence: string }[] };

type Known = Pick<Instrument, "items" | "optionSets" | "scales">;

/** What would come of a pasted text, and every line that cannot be taken with the reason. Nothing is kept here. */
export function planTable(known: Known, text: string): PastePlan {
  const problems: PastePlan["problems"] = [];
  if (text.length > MOST_PASTED)
    return { columns: [], rows: [], problems: [{ line: 0, sentence: "That is more than any questionnaire holds." }] };
  const table = withoutNumbers(readTable(text.replaceAll("\r", ""), isHeading));
  const isNamed = table.length > 0 && isHeading(table[0]?.cells ?? []);
  const rows = isNamed ? table.slice(1) : table;
  const columns = isNamed ? kindsOfHeading(table[0]?.cells ?? []) : usualColumns(rows);
  if (!columns) {
    const sentence =
      "There are more columns than can be told apart. Name them in a first line: statement, scale, reversed, answers, heading.";
    return { columns: [], rows: [], problems: [{ line: table[0]?.line ?? 1, sentence }] };
  }
  const planned = rows.map((row) => plannedRow(known, row, columns, problems));
  if (rows.length === 0) problems.push({ line: 0, sentence: "There is no statement in it." });
  const over = known.items.length + rows.length - MOST_QUESTIONS;
  if (over > 0)
    problems.push({
      line: 0,
      sentence: `${MOST_QUESTIONS} questions fit into a questionnaire; these are ${over} too many.`,
    });
  return { columns, rows: planned, problems };
}

/** Numbers in front of statements that stand alone on their lines, as on the wording page. */
function withoutNumbers(rows: Row[]): Row[] {
  if (rows.some(({ cells }) => cells.length > 1)) return rows;
  const lines = linesOf(rows.map(({ cells }) => cells[0] ?? "").join("\n"));
  return lines.length === rows.length ? rows.map((row, i) => ({ ...row, cells: [lines[i] ?? ""] })) : rows;
}

function plannedRow(
  known: Known,
  { line, cells }: Row,
  columns: readonly ColumnKind[],
  problems: PastePlan["problems"],
): PlannedRow {
  const problem = (sentence: string) => problems.push({ line, sentence });
  const cell = (kind: ColumnKind) => cells[columns.indexOf(kind)]?.trim() ?? "";
  const extra = cells.slice(columns.length).filter((one) => one !== "").length;
  if (extra > 0)
    problem(
      `It has ${plural(extra, "one cell", `${extra} cells`)} more than there are columns. Is a mark missing, or a quote?`,
    );
  const text = cell("statement");
  if (text === "") problem("It has no statement.");
  if (text.length > MOST_OF_A_STATEMENT)
    problem(`Its statement is longer than ${MOST_OF_A_STATEMENT.toLocaleString("en-GB")} characters.`);
  const section = cell("section") || null;
  if (section && section.length > limits.itemSection) problem("Its heading is too long.");
  const scales = cell("scale")
    .split("|")
    .map((one) => one.trim())
    .filter(Boolean);
  if (scales.some((one) => one.length > limits.scaleTitle)) problem("The name of its scale is too long.");
  if (scales.some((one) => isRule(known, one)))
    problem("A rule of its authors counts that scale: nothing can be added to it.");
  const reversed = readReversed(cell("reversed"));
  if (reversed === null)
    problem(`“${cell("reversed")}” does not say whether it is reversed. Write R, or leave it empty.`);
  const answered = cell("answers") === "" ? null : readAnswered(known, cell("answers"));
  if (typeof answered === "string") problem(answered);
  return {
    line,
    text,
    scales,
    reversed: reversed ?? false,
    section,
    answered: typeof answered === "string" ? null : answered,
  };
}

const isRule = ({ scales }: Known, title: string) =>
  scales.some((one) => one.method === "algorithm" && one.title.toLowerCase() === title.toLowerCase());

function readReversed(cell: string): boolean | null {
  const word = cell.toLowerCase();
  if (["", "no", "n", "0", "false", "-", "–"].includes(word)) return false;
  return ["r", "(r)", "yes", "y", "x", "1", "true", "reversed", "reverse"].includes(word) ? true : null;
}

/** How a cell says that a statement is answered; a sentence where it cannot be read. */
function readAnswered({ optionSets }: Known, cell: string): Answered | string {
  const word = cell.toLowerCase();
  if (["words", "text"].includes(word)) return { kind: "text" };
  if (["day", "date"].includes(word)) return { kind: "date" };
  if (["number"].includes(word)) return { kind: "decimal" };
  if (["none", "display", "shown"].includes(word)) return { kind: "display" };
  if (/^yes ?[/|] ?no$/.test(word)) return { kind: "choice", options: optionSets[YES_NO] ?? yesNo };
  const [, from, to] = /^(-?\d{1,6}) ?(?:to|-|–) ?(-?\d{1,6})$/.exec(word) ?? [];
  if (from !== undefined && to !== undefined) {
    const [min, max] = [Number(from), Number(to)];
    return min < max ? { kind: "integer", min, max } : `“${cell}”: the first number has to be the smaller one.`;
  }
  const parts = cell.split(cell.includes("|") ? "|" : cell.includes("\n") ? "\n" : "/");
  if (parts.length < 2)
    return `“${cell}” are no answers. Part them by |, as in “0 Never | 1 Often”, or write words, number, day, yes/no or 0 to 10.`;
  const read = readAnswers([], answerLines(parts.join("\n")));
  return "options" in read ? { kind: "choice", options: read.options } : Object.values(read.problems).join(" ");
}

/** Whether two sets offer and count the same. */
export const isSameSet = (a: readonly Option[], b: readonly Option[]): boolean =>
  JSON.stringify(a.map((one) => [one.label, scoreOf(one)])) ===
  JSON.stringify(b.map((one) => [one.label, scoreOf(one)]));
