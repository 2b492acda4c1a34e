import { BASELINE_DAYS, connectionBaseline } from "@/lib/connection/baseline";
import { type ConnectionCheck, toDays } from "@/lib/connection/weekly-medians";
import { type BaselineCorrectedTau, baselineCorrectedTau } from "@/lib/statistics/baseline-corrected-tau";
import { type PhaseOverlap, phaseOverlap } from "@/lib/statistics/phase-overlap";
import { daysBetween } from "@/lib/time/local-date";

/** Fewest days with a check after the baseline before anything is compared (ours): as many as the baseline needs. */
const FEWEST_LATER_DAYS = 5;

export type ConnectionOverlap = { overlap: PhaseOverlap; corrected: BaselineCorrectedTau };

/**
 * The days of the baseline beside every later day up to `today`, one value a day: NAP and Tau with their 95 % intervals, and Tau
 * once the fortnight's own trend is taken out. Null while either side has too few days. A description of how far the two
 * overlap, for details only: days follow from one another, so the intervals are narrower than they look.
 */
export function connectionOverlap(
  checks: readonly ConnectionCheck[],
  startDate: string,
  today: string,
): ConnectionOverlap | null {
  const baseline = connectionBaseline(checks, startDate, today);
  if (baseline.status !== "formed") return null;
  const { from } = baseline;
  const last = daysBetween(startDate, today);
  const days = toDays(checks, startDate).filter(({ day }) => day <= last);
  const values = (wanted: (day: number) => boolean) => days.filter(({ day }) => wanted(day)).map(({ value }) => value);
  const [before, after] = [
    values((day) => day >= from && day < from + BASELINE_DAYS),
    values((day) => day >= from + BASELINE_DAYS),
  ];
  const overlap = after.length < FEWEST_LATER_DAYS ? null : phaseOverlap(before, after, "increase");
  return overlap && { overlap, corrected: baselineCorrectedTau(before, after, { min: 1, max: 10 }) };
}
