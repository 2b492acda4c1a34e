import type { AttemptOutcome } from "@/lib/exercises/attempt";
import { counted } from "@/lib/plural";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

type Logged = { date: LocalDate; outcome: AttemptOutcome };

/** One week since the start with the days on which something was done or tried, 0 to 7. */
export type PracticeWeek = { week: number; days: number };

type Span = { from: LocalDate | null; to: LocalDate; endsOn: LocalDate | null };

/**
 * Practice week by week from the start: the weeks between the first and the last day of the period that have begun. A week
 * without practice is a week of no days, which is a count and no gap; after the end of the path, which nothing is asked for, only as
 * far as something was done. Empty before the start.
 */
export function practiceWeeks(
  attempts: readonly Logged[],
  startsOn: LocalDate,
  { from, to, endsOn }: Span,
): PracticeWeek[] {
  const weekOf = (date: LocalDate) => Math.floor(daysBetween(startsOn, date) / 7) + 1;
  const first = Math.max(1, from === null ? 1 : weekOf(from));
  const practised = new Set(
    attempts
      .filter(({ date, outcome }) => outcome !== "skipped" && date <= to && (from === null || date >= from))
      .map(({ date }) => date),
  );
  const reached = [...practised, endsOn ?? to].sort().at(-1) ?? to;
  const last = weekOf(reached < to ? reached : to);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const week = first + index;
    return { week, days: [...practised].filter((date) => weekOf(date) === week).length };
  });
}

/** The finding in counts: on how many days of how many weeks. What was left out is not told. */
export function practiceSentence(weeks: readonly PracticeWeek[], name: string): string {
  const days = weeks.reduce((sum, week) => sum + week.days, 0);
  if (days === 0) return "No exercise was logged in this time.";
  const withPractice = weeks.filter((week) => week.days > 0).length;
  return `${name} practised on ${counted(days, "day")}, in ${withPractice} of ${counted(weeks.length, "week")}.`;
}
