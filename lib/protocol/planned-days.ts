import { type Dose, daysAWeek } from "@/lib/protocol/dose";

/** Day offsets (0 = first day of the week) for so many times a week: spread out, with a day between where there is room. */
const SPREAD: readonly (readonly number[])[] = [
  [],
  [3],
  [1, 4],
  [0, 2, 4],
  [0, 2, 4, 6],
  [0, 1, 3, 4, 6],
  [0, 1, 2, 4, 5, 6],
  [0, 1, 2, 3, 4, 5, 6],
];

/** Offsets in the week, 0–6 ascending, on which a dose plans its exercise. A plan is a suggestion: any day counts. */
export function plannedOffsets(dose: Dose): readonly number[] {
  return SPREAD[daysAWeek(dose)] ?? [];
}

/**
 * The offsets, from `offset` on, on which a dose plans its exercise in a week that is running already. `asked`: how many
 * days were planned before it changed, null where the exercise is new in the week. A dose that grew takes further days, as
 * far from the others as there is room. `addedHere`: it came into the week on this day, which is planned where none is left.
 */
export function offsetsFrom(dose: Dose, offset: number, asked: number | null, addedHere: boolean): readonly number[] {
  const own = plannedOffsets(dose).filter((one) => one >= offset);
  if (asked === null) return addedHere && own.length === 0 && daysAWeek(dose) > 0 ? [offset] : own;
  const days = [...own];
  for (let left = daysAWeek(dose) - asked - own.length; left > 0; left -= 1) {
    const free = WEEK.filter((one) => one >= offset && !days.includes(one));
    const next = free.toSorted((a, b) => distance(b, days) - distance(a, days) || a - b)[0];
    if (next === undefined) break;
    days.push(next);
  }
  return days.sort((a, b) => a - b);
}

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

const distance = (day: number, others: readonly number[]): number =>
  Math.min(7, ...others.map((other) => Math.abs(other - day)));
