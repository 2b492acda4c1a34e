/** What a column of a pasted table holds. */
export const columnKinds = ["number", "statement", "scale", "reversed", "answers", "section"] as const;
export type ColumnKind = (typeof columnKinds)[number];

const headings: Record<ColumnKind, readonly string[]> = {
  number: ["number", "no", "no.", "nr", "nr.", "#", "id"],
  statement: ["statement", "statements", "question", "questions", "item", "items", "text", "wording", "words"],
  scale: ["scale", "scales", "subscale", "dimension", "factor"],
  reversed: ["reversed", "reverse", "r", "recoded", "inverted"],
  answers: ["answers", "answer", "options", "labels", "response", "responses", "type"],
  section: ["section", "heading", "group", "part"],
};

export const columnWords: Record<ColumnKind, string> = {
  number: "Number (not kept)",
  statement: "Statement",
  scale: "Scale",
  reversed: "Reversed",
  answers: "Answers",
  section: "Heading",
};

const kindOf = (cell: string): ColumnKind | undefined =>
  columnKinds.find((kind) => headings[kind].includes(cell.trim().toLowerCase()));

/** Whether a line names columns: each of its cells is such a name, once, and one of them is for statements. */
export function isHeading(cells: readonly string[]): boolean {
  const kinds = cells.map(kindOf);
  return kinds.includes("statement") && kinds.every(Boolean) && new Set(kinds).size === kinds.length;
}

export const kindsOfHeading = (cells: readonly string[]): ColumnKind[] => cells.flatMap((cell) => kindOf(cell) ?? []);

/** The order in which columns are read that nobody named. */
const usual: readonly ColumnKind[] = ["statement", "scale", "reversed", "answers", "section"];

/** The columns of a table without names: a first one that counts 1, 2, 3 is the number. Null when there are more than are known. */
export function usualColumns(rows: readonly { cells: readonly string[] }[]): ColumnKind[] | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== "") + 1));
  const isNumbered =
    width > 1 &&
    rows.every(
      ({ cells }, i) =>
        /^\(?\d+[.):]?$/.test(cells[0] ?? "") && Number.parseInt((cells[0] ?? "").replace("(", ""), 10) === i + 1,
    );
  const kinds: ColumnKind[] = isNumbered ? ["number", ...usual] : [...usual];
  return width > kinds.length ? null : kinds.slice(0, Math.max(1, width));
}
