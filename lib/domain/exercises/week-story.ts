import type { LoggedAttempt } from "@/lib/domain/exercises/adherence";
import type { PathWeek } from "@/lib/domain/protocol/path";

export type WeekDeed = { exercise: string; words: string };

/**
 * What a client did in one calendar week, by exercise in the order of the first time: days done and days tried, never
 * what was planned, left out or missed. Several attempts of a day count once; done outweighs tried.
 */
export function weekStory(week: Pick<PathWeek, "startsOn" | "endsOn">, attempts: readonly LoggedAttempt[]): WeekDeed[] {
  const deeds = new Map<string, Map<string, "done" | "tried">>();
  for (const { exercise, date, outcome } of attempts) {
    if (outcome === "skipped" || date < week.startsOn || date > week.endsOn) continue;
    const days = deeds.get(exercise) ?? new Map<string, "done" | "tried">();
    if (days.get(date) !== "done") days.set(date, outcome);
    deeds.set(exercise, days);
  }
  return [...deeds].map(([exercise, days]) => {
    const outcomes = [...days.values()];
    const done = outcomes.filter((outcome) => outcome === "done").length;
    const tried = outcomes.length - done;
    const words = [done ? `on ${count(done)}` : "", tried ? `tried on ${count(tried)}` : ""].filter(Boolean).join(", ");
    return { exercise, words };
  });
}

const count = (days: number) => (days === 1 ? "1 day" : `${days} days`);
