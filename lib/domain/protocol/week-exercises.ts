import type { Decision } from "@/lib/domain/protocol/decision";
import { exerciseOf, type ProtocolVersion, weekContent } from "@/lib/domain/protocol/definition";
import type { Dose } from "@/lib/domain/protocol/dose";
import type { WeekExercise } from "@/lib/domain/protocol/path";
import { isPlannedOn } from "@/lib/domain/protocol/planned-days";
import { type PathInput, type Standing, versionOn } from "@/lib/domain/protocol/standing";
import { addDays, type LocalDate, weekFrom } from "@/lib/domain/time/local-date";

type Item = { exercise: string; dose: Dose; because: string | null; addedOn: LocalDate | null };

/**
 * The exercises that belong to one day: the protocol week's own, changed by every swap, drop and dose in
 * force. Only decisions in force on that day count, so a later decision never rewrites an earlier day.
 */
export function exercisesOn(
  version: ProtocolVersion,
  number: number,
  weekStart: LocalDate,
  decisions: readonly Decision[],
): Item[] {
  let items: Item[] = weekContent(version, number).exercises.map((e) => ({ ...e, because: null, addedOn: null }));
  for (const { id, change, effectiveOn } of decisions) {
    if (change.kind !== "swap" && change.kind !== "drop" && change.kind !== "dose") continue;
    const thisWeek = effectiveOn >= weekStart && effectiveOn <= addDays(weekStart, 6);
    if (change.scope === "this-week" && !thisWeek) continue;
    if (change.kind === "drop") items = items.filter((i) => i.exercise !== change.exercise);
    else if (change.kind === "dose")
      items = items.map((i) => (i.exercise === change.exercise ? { ...i, dose: change.dose, because: id } : i));
    else if (exerciseOf(version, change.to)) items = swapped(items, change, id, thisWeek ? effectiveOn : null);
  }
  return items;
}

function swapped(items: Item[], change: { from: string; to: string }, id: string, addedOn: LocalDate | null): Item[] {
  const already = change.from !== change.to && items.some((i) => i.exercise === change.to);
  if (already) return items.filter((i) => i.exercise !== change.from);
  return items.map((i) =>
    i.exercise === change.from ? { exercise: change.to, dose: i.dose, because: id, addedOn } : i,
  );
}

/** The rows of one calendar week: each exercise with the days on which it was part of the week and the days planned for it. */
export function weekExercises(
  input: PathInput,
  number: number,
  weekStart: LocalDate,
  standing: (day: LocalDate) => Standing,
): WeekExercise[] {
  const rows = new Map<string, WeekExercise>();
  for (const date of weekFrom(weekStart)) {
    const { decisions, pause, end } = standing(date);
    if (end) continue;
    for (const item of exercisesOn(versionOn(input, date), number, weekStart, decisions)) {
      const row = rows.get(item.exercise) ?? { exercise: item.exercise, from: date, planned: [] as LocalDate[] };
      const planned = !pause && isPlannedOn(item.dose, weekStart, date, item.addedOn);
      rows.set(item.exercise, {
        ...row,
        dose: item.dose,
        because: item.because,
        until: date,
        planned: planned ? [...row.planned, date] : row.planned,
      });
    }
  }
  return [...rows.values()];
}
