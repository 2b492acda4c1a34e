import type { FormedAttempt } from "@/lib/exercises/attempt";

/** The day of the first time that each exercise was done in each form, oldest first. Tries and skips are no first time. */
export function firstTimes(attempts: readonly FormedAttempt[]): Pick<FormedAttempt, "exercise" | "form" | "date">[] {
  const first = new Map<string, Pick<FormedAttempt, "exercise" | "form" | "date">>();
  for (const { exercise, form, date, outcome } of attempts) {
    const known = first.get(`${form} ${exercise}`);
    if (outcome === "done" && (known === undefined || date < known.date))
      first.set(`${form} ${exercise}`, { exercise, form, date });
  }
  return [...first.values()].sort((a, b) => a.date.localeCompare(b.date));
}
