import type { GapSeries } from "@/components/charts/gap-series";
import { spread } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";
import type { Plot } from "@/components/charts/time-points";

/** The frame of each of the five small charts, and the ends of their scale. */
export const gapPlot = { width: 166, height: 132, left: 26, right: 140, top: 10, floor: 110 } satisfies Plot;
export const gapEnds = [0, 96] as const;
export const gapTicks = [0, 48, 96];
export const gapY = scale(gapEnds, [gapPlot.floor, gapPlot.top]);

/** As many weeks as the path has at least. */
export const weeksOf = (series: readonly GapSeries[]): number =>
  Math.max(10, ...series.flatMap(({ points }) => points.map(({ week }) => week)));

export const placeWeek = (weeks: number): ((week: number) => number) =>
  scale([0, weeks], [gapPlot.left, gapPlot.right]);

export const gapWeekTicks = (weeks: number): number[] => [0, Math.round(weeks / 2), weeks];

/** Where the newest figures stand beside their lines, kept apart. */
export const lastFigures = (last: { now: number | null; wished: number | null } | undefined): number[] =>
  spread([gapY(last?.now ?? 0), gapY(last?.wished ?? 0)], 14, gapPlot.floor);
