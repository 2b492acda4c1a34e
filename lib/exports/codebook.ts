import { type LongRow, longRows } from "@/lib/exports/long-rows";
import type { ExportedRecord } from "@/lib/exports/record";
import { columnOf } from "@/lib/exports/wide-rows";

/** What one variable is: its column in the wide table, in words, and which values it may have. */
export type CodebookRow = {
  column: string;
  label: string;
  type: string;
  least: number | null;
  most: number | null;
  note: string;
};

export const codebookColumns = ["column", "label", "type", "least", "most", "note"] satisfies (keyof CodebookRow)[];

const attemptVariables: Record<string, { label: string; type: string; note: string }> = {
  outcome: {
    label: "What became of the exercise",
    type: "category",
    note: "done, tried or skipped; the reason for a skip stands in the column reason.",
  },
  "anxiety-before": { label: "Anxiety before", type: "whole number", note: "0 none to 10 the most." },
  "anxiety-after": { label: "Anxiety after", type: "whole number", note: "0 none to 10 the most." },
  "how-it-went": {
    label: "How it went, by the client",
    type: "whole number",
    note: "0 not well at all to 4 very well.",
  },
  rating: { label: "How well it was done, by the therapist", type: "whole number", note: "0 to 4; the newest rating." },
  reflection: { label: "What the client wrote", type: "words", note: "Only where words were chosen." },
};

type About = Pick<CodebookRow, "label" | "type" | "note">;

const goalVariables: Record<"words" | "standing" | "line", About> = {
  words: { label: "A goal, in the client’s words", type: "words", note: "On the day on which it was agreed." },
  standing: {
    label: "How the goal stands",
    type: "category",
    note: "going-on, met or let-go, on the day on which it was said.",
  },
  line: {
    label: "Where the goal’s line stands",
    type: "whole number",
    note: "On the chart that form names. A place to look towards, no threshold.",
  },
};

/** One row for each variable that the tables of this record hold, in the order of their columns. */
export function codebook(record: ExportedRecord): CodebookRow[] {
  const seen = new Map<string, CodebookRow>();
  for (const row of longRows(record)) {
    const column = columnOf(row);
    if (!seen.has(column)) seen.set(column, { column, ...about(record, row), least: row.least, most: row.most });
  }
  return [...seen.values()].sort((a, b) => a.column.localeCompare(b.column));
}

function about(record: ExportedRecord, row: LongRow): About {
  if (row.kind === "check")
    return {
      label: "How connected do you feel right now?",
      type: "whole number",
      note: "1 to 10, higher is closer. In the wide table the mean of one day’s checks.",
    };
  if (row.kind === "move")
    return { label: "A move away that the client noticed", type: "category", note: "One row each time it was noted." };
  if (row.kind === "session")
    return {
      label: "A session that stood in the portal, in minutes",
      type: "whole number",
      note: "Whether it is planned, took place (done), was missed or called off stands in the column text. Only in the long table.",
    };
  if (row.kind === "goal") return goalVariables[row.variable as keyof typeof goalVariables];
  if (row.kind === "exercise") {
    const known = attemptVariables[row.variable];
    const title = record.exerciseTitles[row.measure] ?? row.measure;
    const form = row.form === "own" ? "as own steps" : "with the partner";
    return { type: "words", note: "", ...known, label: `${known?.label ?? row.variable}: ${title}, ${form}` };
  }
  const instrument = record.sittings.find(({ instrument: one }) => one.key === row.measure)?.instrument;
  const wished = row.form === "wished" ? ", as wished" : "";
  if (row.kind === "answer") {
    const item = instrument?.items.find(({ id }) => id === row.variable);
    return {
      label: `${item?.text ?? row.variable}${wished}`,
      type: "answer",
      note: `${instrument?.title ?? row.measure}: one question.`,
    };
  }
  const scale = instrument?.scales.find(({ key }) => key === row.variable);
  const direction = { higher: "Higher is better.", lower: "Lower is better.", neither: "" }[
    scale?.direction ?? "neither"
  ];
  return {
    label: `${instrument?.title ?? row.measure}: ${scale?.title ?? row.variable}${wished}`,
    type: scale?.method === "mean" ? "mean, two decimals" : "sum",
    note: [direction, reliabilityWords(scale?.reliability)].filter(Boolean).join(" "),
  };
}

const reliabilityWords = (reliability: { kind: string } | null | undefined): string =>
  reliability ? `Change is judged by ${reliability.kind} figures.` : "No figures for reliable change.";
