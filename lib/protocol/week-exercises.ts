import type { Decision } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion, weekContent } from "@/lib/protocol/definition";
import { type Dose, sameDose } from "@/lib/protocol/dose";
import type { WeekExercise } from "@/lib/protocol/path";
import { type InForce, type PathInput, versionOn } from "@/lib/protocol/path-in-force";
import { offsetsFrom } from "@/lib/protocol/planned-days";
import { addDays, type LocalDate, weekFrom } from "@/lib/time/local-date";

type Item = { exercise: string; dose: Dose; because: string | null; addedOn: LocalDate | null };

/** The days on which a change for one week was made that counts here: the round in which the week is lived. */
type Round = { from: LocalDate; until: LocalDate };

/**
 * The exercises that belong to one day: the protocol week's own, changed by every swap, drop and dose in
 * force. Only decisions in force on that day count, so a later decision never rewrites an earlier day.
 */
export function exercisesOn(
  version: ProtocolVersion,
  number: number,
  round: Round | null,
  decisions: readonly Decision[],
): Item[] {
  let items: Item[] = weekContent(version, number).exercises.map((e) => ({ ...e, because: null, addedOn: null }));
  for (const { id, change, effectiveOn } of decisions) {
    if (change.kind !== "swap" && change.kind !== "drop" && change.kind !== "dose") continue;
    const isOfRound = round !== null && effectiveOn >= round.from && effectiveOn <= round.until;
    if (change.scope === "this-week" && !isOfRound) continue;
    if (change.kind === "drop") items = items.filter((i) => i.exercise !== change.exercise);
    else if (change.kind === "dose")
      items = items.map((i) => (i.exercise === change.exercise ? { ...i, dose: change.dose, because: id } : i));
    else if (exerciseOf(version, change.to)) items = swapped(items, change, id, isOfRound ? effectiveOn : null);
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

type Week = { number: number; startsOn: LocalDate; livedFrom: LocalDate };

/** The rows of one calendar week: each exercise with the days on which it was part of the week and the days planned for it. */
export function weekExercises(
  input: PathInput,
  { number, startsOn, livedFrom }: Week,
  inForceOn: (day: LocalDate) => InForce,
): WeekExercise[] {
  const rows = new Map<string, WeekExercise>();
  const plans = new Map<string, readonly number[]>();
  const round = { from: livedFrom, until: addDays(startsOn, 6) };
  let items: Item[] = [];
  let itemsOf: InForce | null = null;
  weekFrom(startsOn).forEach((date, offset) => {
    const now = inForceOn(date);
    if (now.end) return;
    if (now !== itemsOf || input.earlierVersions) {
      items = exercisesOn(versionOn(input, date), number, round, now.decisions);
      itemsOf = now;
    }
    for (const { exercise, dose, because, addedOn } of items) {
      const known = rows.get(exercise);
      const row = known ?? { exercise, dose, because, from: date, until: date, planned: [] };
      if (!known || !sameDose(known.dose, dose))
        plans.set(exercise, offsetsFrom(dose, offset, known ? known.planned.length : null, addedOn === date));
      rows.set(exercise, row);
      Object.assign(row, { dose, because, until: date });
      if (!now.pause && plans.get(exercise)?.includes(offset)) row.planned.push(date);
    }
  });
  return [...rows.values()];
}
