import type { ConnectionSignal } from "@/lib/connection/connection-signal";
import type { ConnectionStatus } from "@/lib/connection/connection-status";

type Given = { latest: number; baseline: number; signal?: ConnectionSignal; days?: number };

/** A newest whole week beside a baseline whose usual ups and downs reach a point and a half either way. */
export function judgedStatus({ latest, baseline, signal = "none", days = 7 }: Given): ConnectionStatus {
  const week = (number: number) => ({ week: number, median: latest, days, checks: days, complete: true });
  return {
    kind: "judged",
    baseline: { from: 0, median: baseline, lower: baseline - 1.5, upper: baseline + 1.5, checks: 9 },
    latest: week(4),
    previous: week(3),
    signal,
  };
}
