import type { AttemptOutcome, LoggedAttempt } from "@/lib/exercises/attempt";
import { counted, plural } from "@/lib/plural";
import { daysAWeek } from "@/lib/protocol/dose";
import type { PathWeek } from "@/lib/protocol/path";
import { type LocalDate, weekFrom } from "@/lib/time/local-date";

/** One day of one exercise as drawn: done, tried and stopped, planned and not logged, planned, or not planned. */
export type DayMark = "done" | "tried" | "not-logged" | "planned" | "none";

export type MarkedDay = { date: LocalDate; mark: DayMark; today: boolean; skipped: boolean };

/**
 * A row of the therapist's grid. `logged` and `asked` give "2 of 3"; `asked` is the number of planned days, and never more
 * than the dose asks for: one that became smaller in mid-week had days planned before it did.
 */
export type PracticeRow = { exercise: string; days: MarkedDay[]; logged: number; asked: number };

/**
 * The practice marks of one calendar week, a row per exercise: those of the plan, then any that were
 * practised without one. The best attempt of a day counts (done over tried); a skip is kept beside the
 * mark. Today and later stay "planned". `logged` counts days done or tried, planned or not.
 */
export function practiceRows(
  week: Pick<PathWeek, "startsOn" | "exercises">,
  attempts: readonly LoggedAttempt[],
  today: LocalDate,
): PracticeRow[] {
  const dates = weekFrom(week.startsOn);
  const here = attempts.filter((a) => dates.includes(a.date));
  const keys = [...new Set([...week.exercises.map((e) => e.exercise), ...here.map((a) => a.exercise)])];
  return keys.map((exercise) => {
    const row = week.exercises.find((e) => e.exercise === exercise);
    const planned = row?.planned ?? [];
    const own = here.filter((a) => a.exercise === exercise);
    const days = dates.map((date): MarkedDay => {
      const outcomes = own.filter((a) => a.date === date).map((a) => a.outcome);
      const mark = markOf(outcomes, planned.includes(date), date, today);
      return { date, mark, today: date === today, skipped: outcomes.includes("skipped") };
    });
    const logged = days.filter((d) => d.mark === "done" || d.mark === "tried").length;
    return { exercise, days, logged, asked: row ? Math.min(planned.length, daysAWeek(row.dose)) : 0 };
  });
}

function markOf(outcomes: AttemptOutcome[], planned: boolean, date: LocalDate, today: LocalDate): DayMark {
  if (outcomes.includes("done")) return "done";
  if (outcomes.includes("tried")) return "tried";
  if (!planned) return "none";
  return date < today ? "not-logged" : "planned";
}

/** One mark a day over all exercises, for the client's row of round marks: the best of the day. Nothing here says "missed". */
export function dayMarks(rows: readonly PracticeRow[], weekStart: LocalDate, today: LocalDate): MarkedDay[] {
  const order: DayMark[] = ["done", "tried", "planned", "not-logged", "none"];
  return weekFrom(weekStart).map((date, i) => {
    const day = rows.flatMap((row) => row.days[i] ?? []);
    const mark = order.find((m) => day.some((d) => d.mark === m)) ?? "none";
    return { date, mark, today: date === today, skipped: day.some((d) => d.skipped) };
  });
}

/** The client's sentence about this week: what they did, never what they missed. */
export function practisedSentence(marks: readonly Pick<MarkedDay, "mark">[]): string {
  const done = marks.filter((d) => d.mark === "done").length;
  const tried = marks.filter((d) => d.mark === "tried").length;
  if (done && tried)
    return `You practised on ${counted(done, "day")} and tried on ${plural(tried, "another", `${tried} more`)}.`;
  if (done) return `You practised on ${counted(done, "day")}.`;
  if (tried) return `You tried on ${counted(tried, "day")}. That counts.`;
  return "Your week is open. Any day is a good day to begin.";
}
