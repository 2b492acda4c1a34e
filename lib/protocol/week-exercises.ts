import type { Decision } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion, weekContent } from "@/lib/protocol/definition";
import type { Dose } from "@/lib/protocol/dose";
import type { WeekExercise } from "@/lib/protocol/path";
import { type InForce, type PathInput, versionOn } from "@/lib/protocol/path-in-force";
import { isPlannedOn } from "@/lib/protocol/planned-days";
import { addDays, type LocalDate, weekFrom } from "@/lib/time/local-date";

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
  inForceOn: (day: LocalDate) => InForce,
): WeekExercise[] {
  const rows = new Map<string, WeekExercise>();
  let items: Item[] = [];
  let itemsOf: InForce | null = null;
  weekFrom(weekStart).forEach((date, offset) => {
    const now = inForceOn(date);
    if (now.end) return;
    if (now !== itemsOf || input.earlierVersions) {
      items = exercisesOn(versionOn(input, date), number, weekStart, now.decisions);
      itemsOf = now;
    }
    for (const { exercise, dose, because, addedOn } of items) {
      const row = rows.get(exercise) ?? { exercise, dose, because, from: date, until: date, planned: [] };
      rows.set(exercise, row);
      Object.assign(row, { dose, because, until: date });
      if (!now.pause && isPlannedOn(dose, offset, addedOn === date)) row.planned.push(date);
    }
  });
  return [...rows.values()];
}
