import type { Dimension } from "@/lib/assessments/dimension";
import type { Points } from "@/lib/assessments/score-set";

/** In whole points. A side is null where it has no score: the line breaks there, and where other statements are asked. */
export type GapSeries = {
  dimension: Dimension;
  points: readonly (Points & { week: number; form: "full" | "brief"; isBreak?: boolean })[];
};

type SentPoint = readonly [
  week: number,
  isBrief: boolean,
  now: number | null,
  wished: number | null,
  gap: number | null,
  isBreak?: true,
];
/** As a page sends it: a name with each number would be most of what is sent. */
export type SentGaps = { dimension: Dimension; points: readonly SentPoint[] };

export const sentGaps = (series: readonly GapSeries[]): SentGaps[] =>
  series.map(({ dimension, points }) => ({
    dimension,
    points: points.map(({ week, form, now, wished, gap, isBreak }): SentPoint => {
      const sides = [week, form === "brief", now, wished, gap] as const;
      return isBreak ? [...sides, true] : sides;
    }),
  }));

export const heardGaps = (sent: readonly SentGaps[]): GapSeries[] =>
  sent.map(({ dimension, points }) => ({
    dimension,
    points: points.map(([week, isBrief, now, wished, gap, isBreak = false]) => ({
      ...{ week, form: isBrief ? ("brief" as const) : ("full" as const), now, wished, gap, isBreak },
    })),
  }));
