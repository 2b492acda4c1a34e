import type { Dimension } from "@/lib/assessments/dimension";
import type { Points } from "@/lib/assessments/score-set";

/** In whole points. A side is null where it has no score: the line breaks there, and where other statements are asked. */
export type GapSeries = {
  dimension: Dimension;
  points: readonly (Points & { week: number; form: "full" | "brief"; isBreak?: boolean })[];
};
