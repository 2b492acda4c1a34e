import type { RetentionStep } from "@/lib/figures/retention";
import { fewestShown } from "@/lib/figures/small-cells";
import { counted } from "@/lib/plural";
import { median } from "@/lib/statistics/central-values";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

/** The weeks of the path that the curve shows. */
export const WEEKS = 10;

/** Whole weeks from the beginning until somebody left, or until today; who got through all of them did not leave. */
export function stayOf({ begunOn, leftOn }: { begunOn: LocalDate; leftOn: LocalDate | null }, today: LocalDate) {
  const until = leftOn !== null && leftOn < today ? leftOn : today;
  const weeks = Math.floor(Math.max(0, daysBetween(begunOn, until)) / 7);
  if (leftOn === null || leftOn > today) return { weeks: Math.min(weeks, WEEKS), hasLeft: false };
  return weeks >= WEEKS ? { weeks: WEEKS, hasLeft: false } : { weeks: weeks + 1, hasLeft: true };
}

const percent = (part: number) => `${Math.round(part * 100)} %`;

/** The finding of the curve, with how many it still stands on. */
export function retentionSentence(all: number, steps: readonly RetentionStep[]): string {
  const last = steps.at(-1);
  if (!last) return `Fewer than ${fewestShown} people have begun their weeks: nothing is drawn of so few.`;
  const who = `Of ${all} who began their weeks`;
  if (last.week === 0) return `${who}, too few have come further to say who stays.`;
  const end = last.week < WEEKS ? ` Beyond it fewer than ${fewestShown} have come so far.` : "";
  return `${who}, about ${percent(last.share)} stay past week ${last.week} (${last.atRisk} looked at there).${end}`;
}

/** “21 of 26 (81 %)”; of few, that they are few. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return "none yet";
  return whole < fewestShown
    ? `fewer than ${fewestShown}, not shown`
    : `${part} of ${whole} (${percent(part / whole)})`;
}

/** How long it took until somebody said that they are on it. */
export function answeredSentence(minutes: readonly (number | null)[]): string {
  const taken = minutes.filter((one) => one !== null).toSorted((a, b) => a - b);
  const open = minutes.length - taken.length;
  if (minutes.length === 0) return "There was no safety event in the last twelve months.";
  if (minutes.length < fewestShown)
    return `Fewer than ${fewestShown} events in the last twelve months: no figure of so few.`;
  const never =
    open === 0 ? "" : ` ${open < fewestShown ? "A few" : open} were closed or stand without anybody saying so.`;
  if (taken.length < fewestShown) return `Too few of ${minutes.length} events were taken by somebody to give a figure.`;
  const late = taken[Math.ceil(taken.length * 0.9) - 1] ?? 0;
  return `Half within ${inTime(median(taken) ?? 0)}, nine of ten within ${inTime(late)} (${counted(taken.length, "event")}).${never}`;
}

/** Minutes below two hours, then hours, then days; rounded up, so that nothing looks quicker than it was. */
export function inTime(minutes: number): string {
  if (minutes <= 120) return counted(Math.max(1, Math.ceil(minutes)), "minute");
  const hours = Math.ceil(minutes / 60);
  return hours <= 48 ? counted(hours, "hour") : counted(Math.ceil(hours / 24), "day");
}
