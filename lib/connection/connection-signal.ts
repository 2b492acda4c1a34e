import { BASELINE_DAYS, type FormedBaseline } from "@/lib/connection/baseline";
import type { WeeklyMedian } from "@/lib/connection/weekly-medians";

/** How far below baseline a weekly median must lie to count, in points of 1..10. */
export const SIGNAL_DROP = 2;

/** `watch`: a chip, no queue. `review`: the attention queue. */
export type ConnectionSignal = "none" | "watch" | "review";

/** The number of the first week that begins after the days that the baseline is made of. */
export const firstJudgedWeek = ({ from }: Pick<FormedBaseline, "from">): number =>
  Math.ceil((from + BASELINE_DAYS) / 7) + 1;

/** Whole weeks that are set beside the baseline. The running week is not judged. */
export const judgedWeeks = (weeks: readonly WeeklyMedian[], baseline: Pick<FormedBaseline, "from">): WeeklyMedian[] =>
  weeks.filter(({ complete, week }) => complete && week >= firstJudgedWeek(baseline));

export const isLow = ({ median }: Pick<WeeklyMedian, "median">, baseline: Pick<FormedBaseline, "median">): boolean =>
  median !== null && baseline.median - median >= SIGNAL_DROP;

/**
 * Compares the two latest whole weeks after the baseline with its median: two or more points lower in the last is `watch`, in both
 * `review`. A week without checks is not judged; a gap between two low weeks breaks the run.
 * Ours, from simulation: rules on single days alarm in most stable clients.
 */
export function connectionSignal(weeks: readonly WeeklyMedian[], baseline: FormedBaseline): ConnectionSignal {
  const [before, last] = judgedWeeks(weeks, baseline).slice(-2);
  if (before === undefined) return "none";
  if (last === undefined) return isLow(before, baseline) ? "watch" : "none";
  if (!isLow(last, baseline)) return "none";
  return isLow(before, baseline) ? "review" : "watch";
}
