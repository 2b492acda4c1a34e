import { BASELINE_DAYS, type Baseline, connectionBaseline } from "@/lib/connection/baseline";
import { type ConnectionSignal, connectionSignal } from "@/lib/connection/connection-signal";
import { type ConnectionCheck, type WeeklyMedian, weeklyMedians } from "@/lib/connection/weekly-medians";
import { addDays, daysBetween } from "@/lib/time/local-date";

/** What is kept beside the checks, so that a caseload need not read them: nothing in it depends on the day it is read. */
export type ConnectionRecord = {
  /** One per week from the first, 1..10; null for a week without a check. */
  medians: (number | null)[];
  /** What the first fortnight came to, or will when it is over; null with too few checks. */
  baseline: { median: number; lower: number; upper: number; checks: number } | null;
};

/** Summary of the checks up to `today`, for keeping. Dates are local ("YYYY-MM-DD"), values 1..10. Throws a RangeError for others. */
export function keepConnection(checks: readonly ConnectionCheck[], startDate: string, today: string): ConnectionRecord {
  const afterFortnight = addDays(startDate, BASELINE_DAYS);
  const baseline = connectionBaseline(checks, startDate, afterFortnight);
  const { status, ...figures } = baseline;
  return {
    medians: weeklyMedians(checks, startDate, today).map((week) => week.median),
    baseline: status === "formed" && "median" in figures ? figures : null,
  };
}

/** The signal that a kept summary gives on `today`: a week that has ended since is judged, a fortnight still running is not. */
export function recordedSignal(
  kept: ConnectionRecord,
  startDate: string,
  today: string,
): { signal: ConnectionSignal; latest: number | null } {
  const last = daysBetween(startDate, today);
  const weeks = Array.from({ length: Math.max(0, Math.floor(last / 7) + 1) }, (_, i): WeeklyMedian => {
    const median = kept.medians[i] ?? null;
    return { week: i + 1, median, days: median === null ? 0 : 1, complete: last >= i * 7 + 6 };
  });
  const baseline: Baseline =
    kept.baseline && last >= BASELINE_DAYS
      ? { status: "formed", ...kept.baseline }
      : { status: "forming", day: Math.max(0, last + 1), of: BASELINE_DAYS, checks: kept.baseline?.checks ?? 0 };
  return { signal: connectionSignal(weeks, baseline), latest: weeks.findLast((week) => week.complete)?.median ?? null };
}

/** Where the newest whole weeks stand beside the client's own start: "forming" until the fortnight is over with checks enough. */
export function connectionStatus(
  kept: ConnectionRecord | null,
  startDate: string,
  today: string,
): "forming" | "usual" | "watch" | "review" {
  if (!kept?.baseline || daysBetween(startDate, today) < BASELINE_DAYS) return "forming";
  const { signal } = recordedSignal(kept, startDate, today);
  return signal === "none" ? "usual" : signal;
}
