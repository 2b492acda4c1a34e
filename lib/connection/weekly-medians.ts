import { median } from "@/lib/statistics/central-values";
import { daysBetween, isLocalDate } from "@/lib/time/local-date";

/** One connection check: the client's local date ("YYYY-MM-DD") and 1..10. */
export type ConnectionCheck = { date: string; value: number };

/** A day since enrolment (0 = first day) with the middle of its checks, and how many they were. */
export type DayValue = { day: number; value: number; checks: number };

/**
 * Checks as days since `startDate`, in order of day; several on one day become their median, so that no day counts twice.
 * Checks before the start are left out. Throws a RangeError for a value outside 1..10 or a date that is none.
 */
export function toDays(checks: readonly ConnectionCheck[], startDate: string): DayValue[] {
  const byDay = new Map<number, number[]>();
  for (const { date, value } of checks) {
    if (!(value >= 1 && value <= 10)) throw new RangeError("A connection check lies between 1 and 10.");
    if (!isLocalDate(date)) throw new RangeError("A connection check stands on a date of the calendar.");
    const day = daysBetween(startDate, date);
    if (day >= 0) byDay.set(day, [...(byDay.get(day) ?? []), value]);
  }
  return [...byDay.entries()]
    .sort(([a], [b]) => a - b)
    .map(([day, values]) => ({ day, value: median(values) ?? Number.NaN, checks: values.length }));
}

export type WeeklyMedian = {
  /** 1 = the first seven days of the enrolment. */
  week: number;
  /** 1..10; null in a week without a check, which is drawn as a gap. */
  median: number | null;
  /** Days with a check, 0..7. */
  days: number;
  checks: number;
  /** False while the week is still running on `today`. */
  complete: boolean;
};

/**
 * The median of each week from the first up to the one that holds `today`, gaps included. Weeks begin on the weekday of
 * `startDate`. Empty before the start. Later checks than `today` are left out.
 */
export function weeklyMedians(checks: readonly ConnectionCheck[], startDate: string, today: string): WeeklyMedian[] {
  const last = daysBetween(startDate, today);
  if (last < 0) return [];
  const days = toDays(checks, startDate).filter(({ day }) => day <= last);
  return Array.from({ length: Math.floor(last / 7) + 1 }, (_, i) => {
    const here = days.filter(({ day }) => Math.floor(day / 7) === i);
    const checks = here.reduce((sum, day) => sum + day.checks, 0);
    const middle = median(here.map(({ value }) => value));
    return { week: i + 1, median: middle, days: here.length, checks, complete: last >= i * 7 + 6 };
  });
}
