import type { FormedAttempt } from "@/lib/exercises/attempt";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { counted } from "@/lib/plural";
import type { PathWeek } from "@/lib/protocol/path";

export type WeekDeed = { exercise: string; form: ExerciseForm; words: string };

/**
 * What a client did in one calendar week, by exercise and form in the order of the first time: days done and days tried, never
 * what was planned, left out or missed. Several attempts of a day count once; done outweighs tried.
 */
export function weekStory(week: Pick<PathWeek, "startsOn" | "endsOn">, attempts: readonly FormedAttempt[]): WeekDeed[] {
  const deeds = new Map<string, { exercise: string; form: ExerciseForm; days: Map<string, "done" | "tried"> }>();
  for (const { exercise, form, date, outcome } of attempts) {
    if (outcome === "skipped" || date < week.startsOn || date > week.endsOn) continue;
    const deed = deeds.get(`${form} ${exercise}`) ?? { exercise, form, days: new Map() };
    if (deed.days.get(date) !== "done") deed.days.set(date, outcome);
    deeds.set(`${form} ${exercise}`, deed);
  }
  return [...deeds.values()].map(({ exercise, form, days }) => {
    const outcomes = [...days.values()];
    const done = outcomes.filter((outcome) => outcome === "done").length;
    const tried = outcomes.length - done;
    const words = [done ? `on ${counted(done, "day")}` : "", tried ? `tried on ${counted(tried, "day")}` : ""]
      .filter(Boolean)
      .join(", ");
    return { exercise, form, words };
  });
}
