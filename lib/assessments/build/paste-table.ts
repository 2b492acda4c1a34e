/** One line of a pasted table: its number in what was pasted, and its cells. */
export type Row = { line: number; cells: string[] };

/** As much as can be pasted at once. */
export const MOST_PASTED = 200_000;

/**
 * A table out of a spreadsheet: cells parted by tabs, by semicolons or by commas, quoted where they hold line ends. Commas and
 * semicolons part cells only where the first line names columns with them: a statement may hold any of both.
 */
export function readTable(text: string, isHeading: (cells: readonly string[]) => boolean): Row[] {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const mark = text.includes("\t") ? "\t" : [";", ","].find((one) => first.includes(one) && isHeading(cut(first, one)));
  return mark ? quoted(text, mark) : plain(text);
}

const cut = (line: string, mark: string): string[] => quoted(line, mark)[0]?.cells ?? [];

/** One statement a line. */
const plain = (text: string): Row[] =>
  text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [{ line: i + 1, cells: [line.trim()] }]));

/** Cells may be quoted, with a quote doubled inside (RFC 4180); a quote within words is one. */
function quoted(text: string, mark: string): Row[] {
  const rows: Row[] = [];
  let [cells, cell, line, begun, isQuoted]: [string[], string, number, number, boolean] = [[], "", 1, 1, false];
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== "")) rows.push({ line: begun, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === "\n") line += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += letter;
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === "" && closes(text, at, mark)) {
      isQuoted = true;
      cell = "";
    } else if (letter === mark) endCell();
    else if (letter === "\n") {
      endRow();
      begun = line;
    } else cell += letter;
  }
  endRow();
  return rows;
}

/** Whether a quote that opens a cell is closed before a mark, a line's end or the end: else it is a letter of the words. */
function closes(text: string, from: number, mark: string): boolean {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) === '"') {
      at += 1;
      continue;
    }
    let next = at + 1;
    while (text.charAt(next) === " ") next += 1;
    return [mark, "\n", ""].includes(text.charAt(next));
  }
  return false;
}
