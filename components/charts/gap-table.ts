import { dimensionLook } from "@/components/charts/dimension";
import type { GapSeries } from "@/components/charts/gap-series";
import type { TwinTable } from "@/components/ui/alternative-table";
import type { DimensionGoals } from "@/lib/goals/goal-lines";

export const gapCaption = "Now and wished over time, by dimension";

/** Stands where a line breaks: in the row of the table, and in what the picture says of itself. */
export const NEW_LINE = "Other statements from here on, not compared";

/** The numbers behind gap over time, a row for each dimension of each assessment. */
export function gapTable(caption: string, series: readonly GapSeries[], goals: DimensionGoals = {}): TwinTable {
  const hasGoals = Object.keys(goals).length > 0;
  const hasBreaks = series.some(({ points }) => points.some(({ isBreak }) => isBreak));
  return {
    caption,
    columns: [
      "Dimension",
      "Week",
      "Form",
      "Now",
      "Wished",
      "Gap",
      ...(hasGoals ? ["Goal line"] : []),
      ...(hasBreaks ? ["Line"] : []),
    ],
    rows: series.flatMap(({ dimension, points }) =>
      points.map((point) => [
        dimensionLook[dimension].label,
        point.week,
        point.form === "brief" ? "Brief" : "Full",
        point.now ?? "No score",
        point.wished ?? "No score",
        point.gap ?? "No gap",
        ...(hasGoals ? [goals[dimension] ?? "None"] : []),
        ...(hasBreaks ? [point.isBreak ? NEW_LINE : ""] : []),
      ]),
    ),
  };
}
