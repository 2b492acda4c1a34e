import { mean, median } from "@/lib/statistics/central-values";

/** Expected range of two normal values in SDs (d2 for n = 2); 3 / d2 is the familiar 2.66. */
const D2 = 1.128;
/** Upper limit factor of a moving range (D4 for n = 2). */
const D4 = 3.267;

export type ProcessLimits = {
  /** Mean or median of the values, in their unit. */
  centre: number;
  /** Centre ± 2.66 × mean moving range, in the unit of the values. */
  lower: number;
  upper: number;
  meanMovingRange: number;
  medianMovingRange: number;
  /** Estimated SD of the process: mean moving range / 1.128. */
  sigma: number;
  /** A single moving range above this is unusual. */
  movingRangeUpper: number;
};

/**
 * Natural-process limits of an XmR chart: centre ± 2.66 (exactly 3 / 1.128) × the mean moving range of consecutive values.
 * `centre` chooses mean (Shewhart's, as NIST prints it) or median (steadier with a single odd day). Null below two values.
 * The limits are not clamped to any scale. Sources: Wheeler (1993), Understanding Variation; NIST/SEMATECH e-Handbook 6.3.2.2.
 */
export function processLimits(values: readonly number[], centre: "mean" | "median"): ProcessLimits | null {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const [meanRange, medianRange] = [mean(ranges), median(ranges)];
  const middle = centre === "mean" ? mean(values) : median(values);
  if (meanRange === null || medianRange === null || middle === null) return null;
  const sigma = meanRange / D2;
  return {
    centre: middle,
    lower: middle - 3 * sigma,
    upper: middle + 3 * sigma,
    meanMovingRange: meanRange,
    medianMovingRange: medianRange,
    sigma,
    movingRangeUpper: D4 * meanRange,
  };
}
