import { kendallTau } from "@/lib/statistics/kendall-tau";
import { type Line, theilSen } from "@/lib/statistics/theil-sen";

/** Fewest baseline points from which a trend is judged at all. */
const FEWEST_BASELINE_POINTS = 5;

/** What is left of a value without the line. Equal in exact arithmetic is equal here: 1e-15 apart, two values are no tie. */
const withoutLine = (y: number, { intercept, slope }: Line, time: number): number =>
  Math.round((y - (intercept + slope * time)) * 1e9) / 1e9;

export type BaselineCorrectedTau =
  | { status: "baseline too short"; needed: number; given: number }
  | { status: "undefined"; reason: string }
  | {
      status: "computed";
      /** Tau-b with a phase dummy on the series as observed, −1..1 (null when the series never varies). */
      uncorrected: number | null;
      /** The same after the baseline's line is taken out; equals `uncorrected` when no correction was due. */
      tau: number;
      p: number;
      corrected: boolean;
      baseline: { tauB: number; p: number; line: Line };
      /** True when the baseline's line, carried to the last observation, leaves the scale. */
      lineLeavesScale: boolean;
    };

/**
 * Baseline-corrected Tau: when the baseline trends (Kendall p ≤ `alpha`, .05 unless told), its Theil–Sen line is subtracted
 * from the whole series, then tau-b is taken with a phase dummy (0 = A, 1 = B). Positive means higher in B.
 * `scale` is the instrument's range in score units, used only for the warning. Needs at least five baseline points and one
 * point in B. Source: Tarlow (2017), Behav Modif 41, 427–467. Ties are ties here; common R implementations rank what floating
 * point left of them (docs/RULES.md, section 6).
 */
export function baselineCorrectedTau(
  a: readonly number[],
  b: readonly number[],
  scale?: { min: number; max: number },
  alpha = 0.05,
): BaselineCorrectedTau {
  if (a.length < FEWEST_BASELINE_POINTS) {
    return { status: "baseline too short", needed: FEWEST_BASELINE_POINTS, given: a.length };
  }
  if (b.length === 0) return { status: "undefined", reason: "There is no observation after the baseline yet." };
  const line = theilSen(a);
  if (line === null) return { status: "undefined", reason: "The baseline has no line." };
  const series = [...a, ...b];
  const phase = series.map((_, i) => (i < a.length ? 0 : 1));
  const trend = kendallTau(
    a.map((_, i) => i + 1),
    a,
  ) ?? { tauB: 0, p: 1, s: 0 };
  const observed = kendallTau(series, phase);
  const corrected = trend.p <= alpha;
  const result = corrected
    ? kendallTau(
        series.map((y, i) => withoutLine(y, line, i + 1)),
        phase,
      )
    : observed;
  if (result === null) return { status: "undefined", reason: "Every value is the same, so no order can be compared." };
  const atEnd = line.intercept + line.slope * series.length;
  return {
    status: "computed",
    uncorrected: observed?.tauB ?? null,
    tau: result.tauB,
    p: result.p,
    corrected,
    baseline: { tauB: trend.tauB, p: trend.p, line },
    lineLeavesScale: scale !== undefined && corrected && (atEnd < scale.min || atEnd > scale.max),
  };
}
