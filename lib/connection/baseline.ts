import { type ConnectionCheck, toDays } from "@/lib/connection/weekly-medians";
import { median } from "@/lib/statistics/central-values";
import { processLimits } from "@/lib/statistics/process-limits";
import { daysBetween } from "@/lib/time/local-date";

export const BASELINE_DAYS = 14;
const FEWEST_BASELINE_CHECKS = 5;

export type Baseline =
  /** `day` of 14 while the fortnight runs; `checks` days so far have one. */
  | { status: "forming"; day: number; of: number; checks: number }
  /** The fortnight is over with too few checks to compare anything with. */
  | { status: "too few"; checks: number; needed: number }
  /** Median of the first 14 days, with its natural-process band; all within 1..10. */
  | { status: "formed"; median: number; lower: number; upper: number; checks: number };

const clamp = (value: number) => Math.min(10, Math.max(1, value));

/**
 * The client's own starting point: the median of the first 14 days (at least 5 days with a check), and the band median ± 2.66 × mean
 * moving range of those days, held within 1..10. The band is context for weekly values, never an alarm on a single day.
 * Ours, from simulation; band after Wheeler (1993).
 */
export function connectionBaseline(checks: readonly ConnectionCheck[], startDate: string, today: string): Baseline {
  const day = daysBetween(startDate, today);
  const values = toDays(checks, startDate)
    .filter((entry) => entry.day < BASELINE_DAYS && entry.day <= day)
    .map((entry) => entry.value);
  if (day < BASELINE_DAYS) {
    return { status: "forming", day: Math.max(0, day + 1), of: BASELINE_DAYS, checks: values.length };
  }
  const centre = median(values);
  const limits = processLimits(values, "median");
  if (values.length < FEWEST_BASELINE_CHECKS || centre === null || limits === null) {
    return { status: "too few", checks: values.length, needed: FEWEST_BASELINE_CHECKS };
  }
  return {
    status: "formed",
    median: centre,
    lower: clamp(limits.lower),
    upper: clamp(limits.upper),
    checks: values.length,
  };
}
