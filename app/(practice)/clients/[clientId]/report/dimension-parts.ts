import { gapCaption, gapTable } from "@/components/charts/gap-table";
import type { ReportFacts } from "@/db/queries/reports/report-facts";
import { fullDate, isInPeriod, type ReportPlan } from "@/lib/reports/report";
import { dimensionsView } from "../overview/dimensions-view";
import { linesFor } from "./goals-part";
import { type FoundPart, nothing, paperPart } from "./paper-part";

/** Now and wished of the newest assessment in the period, beside the client’s own first one. */
export function dimensionsPart(facts: ReportFacts, plan: ReportPlan): FoundPart {
  const { sittings, estimates } = facts;
  const view = dimensionsView(sittings, estimates, false, fullDate);
  if (!view || !isInPeriod(plan, view.date))
    return paperPart("dimensions", { sentences: ["No assessment of the five dimensions in this time."] }, nothing);
  const { rows, reliableFrom, baselineDate, chance, cautions } = view;
  const form = view.form === "brief" ? ", brief form" : "";
  const at = view.week === null ? "Assessment" : `Week ${view.week} assessment`;
  return paperPart(
    "dimensions",
    {
      sub: `${at}${form}, ${fullDate(view.date)}. Widest gap first. Scale 0 to 96.`,
      sentences: [view.plainSentence],
      drawing: {
        kind: "dimensions",
        rows,
        reliableFrom,
        baselineLabel: baselineDate ? `baseline, ${fullDate(baselineDate)}` : null,
        ...linesFor(facts, plan).byDimension,
      },
      notes: [
        ...(chance ? [chance] : []),
        ...cautions,
        "Five topics to talk about, not independent factors. Written for Nearer and not validated.",
      ],
    },
    { isFall: view.falls !== "" },
  );
}

const figures = ["Week", "Now", "Wished", "Gap", "Goal line"];

/** Both lines of each dimension over the period. Which side moved is told since the client’s own first assessment. */
export function gapsPart(facts: ReportFacts, plan: ReportPlan): FoundPart {
  const { sittings, estimates } = facts;
  const view = dimensionsView(sittings, estimates, false, fullDate);
  const drawn = sittings.filter(({ week }) => week !== null);
  const series = (view?.series ?? []).map((one) => ({
    ...one,
    points: one.points.filter((_, index) => isInPeriod(plan, drawn[index]?.date ?? "")),
  }));
  if (!view || (series[0]?.points.length ?? 0) < 2)
    return paperPart(
      "gaps",
      { sentences: ["There is no line to draw before the second assessment in this time."] },
      nothing,
    );
  const { columns, rows } = gapTable(gapCaption, series, linesFor(facts, plan).byDimension.goals);
  const moved = view.gapChanges.map(({ title, plainWords }) => `${title}: ${plainWords}`);
  return paperPart(
    "gaps",
    {
      sub: "Along the path. Solid: now. Dashed: wished.",
      sentences: [...(moved.length > 0 ? ["Since baseline, by the side that moved:"] : []), ...moved, ...view.breaks],
      drawing: { kind: "gaps", series, ...linesFor(facts, plan).byDimension },
      table: {
        columns: columns.map((title) => ({
          title,
          share: figures.includes(title) ? 1.2 : title === "Form" ? 1.4 : 3,
          isFigure: figures.includes(title),
        })),
        rows: rows.map((row) => row.map(String)),
      },
    },
    // The five dimensions say what fell; of a gap that closes or opens nothing is better or worse.
    { finding: "" },
  );
}
