import type { PathWeek, ProtocolPath } from "@/lib/protocol/path";
import { weekFrom } from "@/lib/time/local-date";

/** Whether two paths ask for the same on every day from today on: then what lies between them changes nothing. */
export const isSameAhead = (one: ProtocolPath, other: ProtocolPath): boolean =>
  JSON.stringify(ahead(one)) === JSON.stringify(ahead(other));

function ahead(path: ProtocolPath) {
  const { status, totalWeeks, endsOn, followUps, waiting, held, paused, ended, today } = path;
  return {
    ...{ status, totalWeeks, endsOn, followUps, waiting },
    held: held?.because ?? null,
    paused: paused && [paused.until],
    ended: ended?.on ?? null,
    weeks: (ended ? [] : path.weeks).filter(({ state }) => state !== "past").map((week) => weekAhead(week, today)),
  };
}

function weekAhead(week: PathWeek, today: string) {
  const days = weekFrom(week.startsOn).filter((day) => day >= today);
  const open = days.filter((day) => !week.pausedDays.includes(day));
  const exercises = week.exercises.flatMap(({ exercise, dose, from, until, planned }) => {
    const on = open.filter((day) => day >= from && day <= until);
    if (on.length === 0) return [];
    return [[exercise, Object.entries(dose).sort(), on, planned.filter((day) => day >= today)]];
  });
  return {
    ...{ index: week.index, number: week.number, phase: week.phase.number, reading: week.reading },
    ...{ open, ownDays: week.ownDays.filter((day) => day >= today), exercises: exercises.sort() },
  };
}
