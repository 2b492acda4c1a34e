import type { Baseline } from "@/lib/connection/baseline";
import type { WeeklyMedian } from "@/lib/connection/weekly-medians";

/** How far below baseline a weekly median must lie to count, in points of 1..10. */
export const SIGNAL_DROP = 2;

/** `watch`: a chip, no queue. `review`: the attention queue. */
export type ConnectionSignal = "none" | "watch" | "review";

/**
 * Compares the two latest whole weeks after the baseline with its median: two or more points lower in the last is `watch`, in both
 * `review`. The running week is not judged, nor is a week without checks; a gap between two low weeks breaks the run.
 * Ours, from simulation: rules on single days alarm in most stable clients.
 */
export function connectionSignal(weeks: readonly WeeklyMedian[], baseline: Baseline): ConnectionSignal {
  if (baseline.status !== "formed") return "none";
  const judged = weeks.filter((week) => week.complete && week.week > 2);
  const low = (week: WeeklyMedian | undefined) =>
    week !== undefined && week.median !== null && baseline.median - week.median >= SIGNAL_DROP;
  if (!low(judged.at(-1))) return "none";
  return low(judged.at(-2)) ? "review" : "watch";
}
