import { type Baseline, connectionBaseline } from "@/lib/connection/baseline";
import { type ConnectionSignal, connectionSignal } from "@/lib/connection/connection-signal";
import { type ConnectionCheck, type WeeklyMedian, weeklyMedians } from "@/lib/connection/weekly-medians";
import { counted } from "@/lib/plural";

export type ConnectionSummary = {
  weeks: WeeklyMedian[];
  baseline: Baseline;
  signal: ConnectionSignal;
  /** One sentence in plain words, to stand above the chart. */
  sentence: string;
};

/** A point of the scale as people write it: 6, or 6.5. */
function points(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function againstBaseline(week: number, baseline: Extract<Baseline, { status: "formed" }>, latest: number): string {
  const difference = latest - baseline.median;
  const start = `Week ${week} has a median of ${points(latest)}`;
  if (difference === 0) return `${start}, the same as the first fortnight.`;
  const way = difference > 0 ? "above" : "below";
  const within = latest >= baseline.lower && latest <= baseline.upper;
  const band = within ? ", within the usual ups and downs" : ", outside the usual ups and downs";
  return `${start}, ${points(Math.abs(difference))} ${way} the first fortnight (${points(baseline.median)})${band}.`;
}

function sentenceFor(
  weeks: readonly WeeklyMedian[],
  baseline: Baseline,
  signal: ConnectionSignal,
  tellsRise: boolean,
): string {
  const checked = weeks.reduce((sum, week) => sum + week.days, 0);
  if (checked === 0) return "No connection checks yet.";
  if (baseline.status === "forming") {
    return `Baseline forming (${baseline.day} of ${baseline.of} days), with checks on ${counted(baseline.checks, "day")} so far.`;
  }
  if (baseline.status === "too few") {
    const few = baseline.checks === 0 ? "No day" : `Only ${counted(baseline.checks, "day")}`;
    return `Checks on ${counted(checked, "day")}. ${few} of the first fortnight had one, too few to compare with.`;
  }
  const latest = weeks.findLast((week) => week.complete && week.week > 2);
  if (latest === undefined)
    return `The first fortnight has a median of ${points(baseline.median)}. The week after it is still running.`;
  if (latest.median === null)
    return `No checks in week ${latest.week}. The first fortnight has a median of ${points(baseline.median)}.`;
  if (signal === "review") {
    return `Weeks ${latest.week - 1} and ${latest.week} both lie at least 2 points below the first fortnight (${points(baseline.median)}); week ${latest.week} has a median of ${points(latest.median)}.`;
  }
  if (!tellsRise && latest.median > baseline.median)
    return `Week ${latest.week} has a median of ${points(latest.median)}.`;
  return againstBaseline(latest.week, baseline, latest.median);
}

/**
 * Everything the connection chart says, from the raw checks: weekly medians with gaps, baseline, signal and a sentence.
 * Dates are local dates of the client ("YYYY-MM-DD"), values 1..10; `startDate` is day 0. Throws a RangeError for others.
 * Without `tellsRise` (while the safety gate is not clear) a rise is not told as one: closeness can grow under harm.
 */
export function summariseConnection(
  checks: readonly ConnectionCheck[],
  startDate: string,
  today: string,
  { tellsRise = true }: { tellsRise?: boolean } = {},
): ConnectionSummary {
  const weeks = weeklyMedians(checks, startDate, today);
  const baseline = connectionBaseline(checks, startDate, today);
  const signal = connectionSignal(weeks, baseline);
  return { weeks, baseline, signal, sentence: sentenceFor(weeks, baseline, signal, tellsRise) };
}
