import type { ReportFacts } from "@/db/queries/reports/report-facts";
import { goalsUntil, isOpenAfter, measureWords, newestStep } from "@/lib/goals/goal";
import { type GoalLine, goalLines, goalsByDimension, lineOn } from "@/lib/goals/goal-lines";
import { fullDate, type ReportPlan } from "@/lib/reports/report";
import { localDate } from "@/lib/time/zone";
import { type FoundPart, nothing, paperPart } from "./paper-part";

const standings = { met: "Met", "let-go": "Let go" } as const;

/** Goals as they stood on the last day: the client’s words, the line, and what was agreed. No part says whether a line was reached. */
export function goalsPart({ goals, header: { zone } }: ReportFacts, { to }: ReportPlan): FoundPart {
  const standing = goalsUntil(goals, to, (at) => localDate(at, zone)).map(newestStep);
  if (standing.length === 0)
    return paperPart("goals", { sentences: ["No goal was written down until then."] }, nothing);
  return paperPart(
    "goals",
    {
      sub: "Written down together. A line on a chart is a place to look towards.",
      table: {
        columns: [
          { title: "In the client’s words", share: 6 },
          { title: "Line", share: 3 },
          { title: "Agreed on", share: 2.5 },
          { title: "Stands", share: 2 },
        ],
        rows: standing.map(({ words, measure, line, agreedOn, kind }) => [
          words,
          measure === null ? "None" : `${measureWords(measure)}, ${line}`,
          fullDate(agreedOn),
          isOpenAfter(kind) ? "Going on" : standings[kind as keyof typeof standings],
        ]),
      },
    },
    nothing,
  );
}

/** The lines that the charts of a report draw: none where goals were not taken in. */
export function linesFor({ goals, header: { zone } }: ReportFacts, { parts, to }: ReportPlan) {
  const lines: readonly GoalLine[] = parts.includes("goals")
    ? goalLines(goalsUntil(goals, to, (at) => localDate(at, zone)))
    : [];
  const byDimension = goalsByDimension(lines);
  return {
    connection: lineOn(lines, "connection"),
    byDimension: Object.keys(byDimension).length > 0 ? { goals: byDimension } : {},
  };
}
