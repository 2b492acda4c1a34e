import type { Baseline, FormedBaseline } from "@/lib/connection/baseline";
import { type ConnectionSignal, connectionSignal, judgedWeeks } from "@/lib/connection/connection-signal";
import type { WeeklyMedian } from "@/lib/connection/weekly-medians";

/** Days with a check that a week needs before anything but a fall is read out of it (ours, from simulation). */
export const FEWEST_WEEK_DAYS = 3;

/** A week that has at least one check. */
export type CheckedWeek = WeeklyMedian & { median: number };

/** Where somebody's newest whole week stands beside their own start. Every page says it by this and nothing else. */
export type ConnectionStatus =
  | { kind: "no checks" }
  /** The first fortnight runs: `day` of 14, `checks` days with one. */
  | { kind: "forming"; day: number; of: number; checks: number }
  /** The first fortnight is over, and no fourteen days hold enough checks yet: nothing can be compared, nor a fall told. Days with a check in all and of the last fourteen, where they were counted. */
  | { kind: "no baseline"; counts: { checked: number; lately: number } | null }
  /** No whole week has ended since the baseline. */
  | { kind: "waiting"; baseline: FormedBaseline }
  /** The newest whole week has no check, nor the `weeks` of which it is the last. */
  | { kind: "silent"; baseline: FormedBaseline; week: number; weeks: number }
  | {
      kind: "judged";
      baseline: FormedBaseline;
      latest: CheckedWeek;
      /** The whole week before, where it was judged and had a check. */
      previous: CheckedWeek | null;
      signal: ConnectionSignal;
    };

const hasChecks = (week: WeeklyMedian | undefined): week is CheckedWeek => week !== undefined && week.median !== null;

export function connectionStatus(weeks: readonly WeeklyMedian[], baseline: Baseline): ConnectionStatus {
  const checked = weeks.reduce((sum, { days }) => sum + days, 0);
  if (checked === 0) return { kind: "no checks" };
  if (baseline.status === "forming") {
    const { day, of, checks } = baseline;
    return { kind: "forming", day, of, checks };
  }
  if (baseline.status === "too few") return { kind: "no baseline", counts: { checked, lately: baseline.checks } };
  const { status: _, ...formed } = baseline;
  const judged = judgedWeeks(weeks, formed);
  const latest = judged.at(-1);
  if (!latest) return { kind: "waiting", baseline: formed };
  if (!hasChecks(latest)) {
    const spoke = judged.findLastIndex(hasChecks);
    return { kind: "silent", baseline: formed, week: latest.week, weeks: judged.length - 1 - spoke };
  }
  const before = judged.at(-2);
  const previous = hasChecks(before) ? before : null;
  return { kind: "judged", baseline: formed, latest, previous, signal: connectionSignal(weeks, formed) };
}

/** Whether the newest whole week rests on days enough to say more of it than that it fell. */
export const isEnough = ({ days }: Pick<WeeklyMedian, "days">): boolean => days >= FEWEST_WEEK_DAYS;

/** A band without width is none: every check of the baseline was the same, so usual ups and downs are not known. */
export const hasBand = ({ lower, upper }: Pick<FormedBaseline, "lower" | "upper">): boolean => lower < upper;

/**
 * Whether connection has held: true or false by a newest whole week with checks on three days or more, false by any that
 * fell two points. Null where that cannot be said: silence above all, and what lies below a fortnight that was always the
 * same, of which nobody knows the usual ups and downs.
 */
export function hasHeld(status: ConnectionStatus): boolean | null {
  if (status.kind !== "judged") return null;
  const { latest, baseline, signal } = status;
  if (signal !== "none") return false;
  if (!isEnough(latest)) return null;
  if (latest.median >= baseline.median) return true;
  return hasBand(baseline) ? latest.median >= baseline.lower : null;
}

export const signalOf = (status: ConnectionStatus): ConnectionSignal =>
  status.kind === "judged" ? status.signal : "none";
