import { median } from "@/lib/statistics/central-values";

export type Line = { slope: number; intercept: number };

/**
 * Theil–Sen line of a series at times 1, 2, 3 …: slope = median of all pairwise slopes (units per observation), intercept =
 * median of y − slope × time. Null for fewer than two points.
 * Source: Theil (1950); Sen (1968), JASA 63, 1379–1389; intercept as in Conover (1980) and Tarlow (2017).
 */
export function theilSen(series: readonly number[]): Line | null {
  const slopes = series.flatMap((y, i) => series.slice(i + 1).map((later, gap) => (later - y) / (gap + 1)));
  const slope = median(slopes);
  if (slope === null) return null;
  const intercept = median(series.map((y, i) => y - slope * (i + 1)));
  return intercept === null ? null : { slope, intercept };
}
