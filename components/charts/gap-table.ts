import { dimensionLook } from "@/components/charts/dimension";
import type { GapSeries } from "@/components/charts/gap-series";
import type { TwinTable } from "@/components/ui/alternative-table";

export const gapCaption = "Now and wished over time, by dimension";

/** The numbers behind gap over time, a row for each dimension of each assessment. */
export const gapTable = (caption: string, series: readonly GapSeries[]): TwinTable => ({
  caption,
  columns: ["Dimension", "Week", "Form", "Now", "Wished", "Gap"],
  rows: series.flatMap(({ dimension, points }) =>
    points.map((point) => [
      dimensionLook[dimension].label,
      point.week,
      point.form === "brief" ? "Brief" : "Full",
      point.now ?? "No score",
      point.wished ?? "No score",
      point.gap ?? "No gap",
    ]),
  ),
});
