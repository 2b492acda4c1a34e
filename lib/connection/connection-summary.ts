import { type Baseline, connectionBaseline } from "@/lib/connection/baseline";
import type { ConnectionSignal } from "@/lib/connection/connection-signal";
import { type ConnectionStatus, connectionStatus, signalOf } from "@/lib/connection/connection-status";
import { statusSentence } from "@/lib/connection/status-sentence";
import { type ConnectionCheck, type WeeklyMedian, weeklyMedians } from "@/lib/connection/weekly-medians";

export type ConnectionSummary = {
  weeks: WeeklyMedian[];
  baseline: Baseline;
  status: ConnectionStatus;
  signal: ConnectionSignal;
  /** One sentence in plain words, to stand above the chart. */
  sentence: string;
};

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
  const status = connectionStatus(weeks, baseline);
  return { weeks, baseline, status, signal: signalOf(status), sentence: statusSentence(status, { tellsRise }) };
}
