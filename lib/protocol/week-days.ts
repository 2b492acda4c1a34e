import type { PathWeek } from "@/lib/protocol/path";
import { addDays, type LocalDate } from "@/lib/time/local-date";

type Days = Pick<PathWeek, "startsOn" | "endsOn" | "pausedDays">;
type Say = (date: LocalDate) => string;

/** The spans in which a week is paused. `until` is the first day that counts again; null where the pause goes on past the week. */
export function pausesOf({ endsOn, pausedDays }: Days): { from: LocalDate; until: LocalDate | null }[] {
  const spans: { from: LocalDate; until: LocalDate | null }[] = [];
  for (const day of pausedDays) {
    const last = spans.at(-1);
    const next = day === endsOn ? null : addDays(day, 1);
    if (last?.until === day) last.until = next;
    else spans.push({ from: day, until: next });
  }
  return spans;
}

/**
 * When a week is paused, in words that both sides read: "paused", "paused until Sat 5 Dec", "paused from Thu 26 Nov",
 * "paused from Tue 3 Nov until Thu 5 Nov". Null where no day of it is.
 */
export function pauseWords(week: Days, say: Say): string | null {
  const spans = pausesOf(week);
  if (spans.length === 0) return null;
  const words = spans.map(({ from, until }) =>
    [from === week.startsOn ? "" : `from ${say(from)}`, until === null ? "" : `until ${say(until)}`]
      .filter(Boolean)
      .join(" "),
  );
  return `paused ${words.join(" and ")}`.trim();
}

/** A week's days as its client reads them: the day from which it is lived, and when it is paused. */
export function weekDaysWords(week: Days, say: Say): string {
  const open = [0, 1, 2, 3, 4, 5, 6]
    .map((i) => addDays(week.startsOn, i))
    .find((day) => !week.pausedDays.includes(day));
  if (open === undefined) return "paused";
  const later = pausesOf(week).some(({ from }) => from > open) ? pauseWords(week, say) : null;
  return `from ${say(open)}${later ? `, ${later}` : ""}`;
}
