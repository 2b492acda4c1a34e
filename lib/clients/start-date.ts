import { Refused } from "@/lib/errors";
import { counted } from "@/lib/plural";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";

/** How far from today a start date may lie before it is asked back about, in days (ours). */
export const usualStart = { before: 28, after: 182 } as const;

/** What is odd about a start date, as a question; null where nothing is. A mistyped year is the commonest slip. */
export function startDoubt(startDate: LocalDate, today: LocalDate): string | null {
  if (startDate < addDays(today, -usualStart.before)) return `Is the year right? That is ${far(startDate, today)} ago.`;
  if (startDate > addDays(today, usualStart.after))
    return `Is the year right? That is ${far(today, startDate)} from now.`;
  return null;
}

/** Refuses a doubtful day once. Sent again with the same day, somebody has looked at it. */
export function askBackAboutStart(
  { startDate, again }: { startDate: LocalDate; again?: string | undefined },
  today: LocalDate,
): void {
  const doubt = startDoubt(startDate, today);
  if (doubt && again !== startDate)
    throw new Refused(`${doubt} If it is what you mean, send it once more.`, { startDate: doubt, again: startDate });
}

function far(from: LocalDate, to: LocalDate): string {
  const weeks = Math.round(daysBetween(from, to) / 7);
  return weeks < 100 ? counted(weeks, "week") : counted(Math.round(weeks / 52.18), "year");
}
