import { type ConnectionCheck, type DayValue, toDays } from "@/lib/connection/weekly-medians";
import { median } from "@/lib/statistics/central-values";
import { processLimits } from "@/lib/statistics/process-limits";
import { daysBetween } from "@/lib/time/local-date";

export const BASELINE_DAYS = 14;
export const FEWEST_BASELINE_CHECKS = 5;

/**
 * Median of the first fourteen days that hold enough checks, with its natural-process band; all within 1..10. `from` is its
 * first day since enrolment: 0 unless the first fortnight held too few.
 */
export type FormedBaseline = { from: number; median: number; lower: number; upper: number; checks: number };

export type Baseline =
  /** `day` of 14 while the first fortnight runs; `checks` days so far have one. */
  | { status: "forming"; day: number; of: number; checks: number }
  /** No fourteen days that are over hold enough checks; `checks` days of the last fourteen have one. */
  | { status: "too few"; checks: number; needed: number }
  | ({ status: "formed" } & FormedBaseline);

const clamp = (value: number) => Math.min(10, Math.max(1, value));

/** The first day of the earliest fourteen that hold enough checks; null while there are none. */
function firstDay(days: readonly DayValue[]): number | null {
  for (const [i, { day }] of days.entries()) {
    const from = Math.max(0, day - BASELINE_DAYS + 1);
    const fewest = days[i - FEWEST_BASELINE_CHECKS + 1];
    if (fewest && fewest.day >= from) return from;
  }
  return null;
}

/**
 * The client's own starting point: the median of the first fourteen days that hold checks on at least five, so that one who
 * begins late has one too, and the band median ± 2.66 × mean moving range of those days, held within 1..10. The band is context
 * for weekly values, never an alarm on a single day. Ours, from simulation; band after Wheeler (1993).
 */
export function connectionBaseline(checks: readonly ConnectionCheck[], startDate: string, today: string): Baseline {
  const last = daysBetween(startDate, today);
  const days = toDays(checks, startDate).filter(({ day }) => day <= last);
  if (last < BASELINE_DAYS)
    return { status: "forming", day: Math.max(0, last + 1), of: BASELINE_DAYS, checks: days.length };
  const from = firstDay(days);
  const values = days.filter(({ day }) => from !== null && day >= from && day < from + BASELINE_DAYS);
  const centre = median(values.map(({ value }) => value));
  const limits = processLimits(
    values.map(({ value }) => value),
    "median",
  );
  if (from === null || from + BASELINE_DAYS > last || centre === null || limits === null) {
    const lately = days.filter(({ day }) => day > last - BASELINE_DAYS);
    return { status: "too few", checks: lately.length, needed: FEWEST_BASELINE_CHECKS };
  }
  return {
    status: "formed",
    from,
    median: centre,
    lower: clamp(limits.lower),
    upper: clamp(limits.upper),
    checks: values.length,
  };
}
