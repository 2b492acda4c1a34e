import type { LoggedAttempt } from "@/lib/domain/exercises/adherence";
import type { LocalDate } from "@/lib/domain/time/local-date";

/** The day on which each exercise was done for the first time, the earliest first. Tries and skips are no first time. */
export function firstTimes(attempts: readonly LoggedAttempt[]): { exercise: string; date: LocalDate }[] {
  const first = new Map<string, LocalDate>();
  for (const { exercise, date, outcome } of attempts) {
    const known = first.get(exercise);
    if (outcome === "done" && (known === undefined || date < known)) first.set(exercise, date);
  }
  return [...first].map(([exercise, date]) => ({ exercise, date })).sort((a, b) => a.date.localeCompare(b.date));
}
