import { BASELINE_DAYS, type Baseline, connectionBaseline, type FormedBaseline } from "@/lib/connection/baseline";
import { type ConnectionStatus, connectionStatus } from "@/lib/connection/connection-status";
import { type ConnectionCheck, type WeeklyMedian, weeklyMedians } from "@/lib/connection/weekly-medians";
import { addDays, daysBetween } from "@/lib/time/local-date";

/** What is kept beside the checks, so that a caseload need not read them: nothing in it depends on the day it is read. */
export type ConnectionRecord = {
  /** One per week from the first, 1..10; null for a week without a check. */
  medians: (number | null)[];
  /** Days with a check, and checks, of each of them. Missing where it was kept before they were counted. */
  days?: number[];
  checks?: number[];
  /** What the first fourteen days with five checks came to, or will when they are over; null while there are none. */
  baseline: (Omit<FormedBaseline, "from"> & { from?: number }) | null;
};

/** Summary of the checks up to `today`, for keeping. Dates are local ("YYYY-MM-DD"), values 1..10. Throws a RangeError for others. */
export function keepConnection(checks: readonly ConnectionCheck[], startDate: string, today: string): ConnectionRecord {
  const known = checks.filter(({ date }) => date <= today);
  const over = addDays(today > startDate ? today : startDate, BASELINE_DAYS);
  const baseline = connectionBaseline(known, startDate, over);
  const { status, ...figures } = baseline;
  const weeks = weeklyMedians(known, startDate, today);
  return {
    medians: weeks.map(({ median }) => median),
    days: weeks.map(({ days }) => days),
    checks: weeks.map((week) => week.checks),
    baseline: status === "formed" && "median" in figures ? figures : null,
  };
}

/** Days with a check that a week is taken to have had whose days were not counted when it was kept. */
const UNCOUNTED = 7;

/** The weeks of a kept summary as they are on `today`: a week that has ended since is a whole one. */
function keptWeeks({ medians, days, checks }: ConnectionRecord, last: number): WeeklyMedian[] {
  return Array.from({ length: Math.max(0, Math.floor(last / 7) + 1) }, (_, i): WeeklyMedian => {
    const median = medians[i] ?? null;
    const counted = (kept: number[] | undefined) => (median === null ? 0 : (kept?.[i] ?? UNCOUNTED));
    return { week: i + 1, median, days: counted(days), checks: counted(checks), complete: last >= i * 7 + 6 };
  });
}

function keptBaseline({ baseline, days }: ConnectionRecord, last: number, weeks: readonly WeeklyMedian[]): Baseline {
  if (last < BASELINE_DAYS) {
    const checks = days ? weeks.reduce((sum, week) => sum + week.days, 0) : (baseline?.checks ?? 0);
    return { status: "forming", day: Math.max(0, last + 1), of: BASELINE_DAYS, checks };
  }
  const from = baseline?.from ?? 0;
  if (baseline && last >= from + BASELINE_DAYS) return { status: "formed", ...baseline, from };
  return { status: "too few", checks: 0, needed: 5 };
}

/** Where a kept summary stands on `today`: a week that has ended since is judged, a fortnight still running is not. */
export function recordedStatus(kept: ConnectionRecord | null, startDate: string, today: string): ConnectionStatus {
  if (!kept) return { kind: "no checks" };
  const last = daysBetween(startDate, today);
  const weeks = keptWeeks(kept, last);
  const status = connectionStatus(weeks, keptBaseline(kept, last, weeks));
  // Which of the last fourteen days had a check is not kept; the overview, which has the checks, says it.
  return status.kind === "no baseline" ? { ...status, counts: null } : status;
}
