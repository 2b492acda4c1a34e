import type { LocalDate } from "@/lib/time/local-date";

/** What has to have happened before the weeks of a client begin. */
export type Arrival = {
  hasAccepted: boolean;
  hasAgreed: boolean;
  /** A clinician has decided about the first check, whatever it was. */
  isDecided: boolean;
  /** `waits`: asked for, not answered, and nobody said that the weeks need not wait for it. */
  baseline: "answered" | "not-asked" | "waived" | "waits";
};

export const arrivalSteps = ["accept", "agree", "decision", "baseline"] as const;
export type ArrivalStep = (typeof arrivalSteps)[number];

/** What is still missing, in the order in which it comes; empty for somebody who has arrived. */
export function missingSteps({ hasAccepted, hasAgreed, isDecided, baseline }: Arrival): ArrivalStep[] {
  const done = { accept: hasAccepted, agree: hasAgreed, decision: isDecided, baseline: baseline !== "waits" };
  return arrivalSteps.filter((step) => !done[step]);
}

/** The first day of week 1 for somebody who has arrived by `today`: never before the day that was chosen. */
export const beginsOn = (plannedStart: LocalDate, today: LocalDate): LocalDate =>
  today > plannedStart ? today : plannedStart;
