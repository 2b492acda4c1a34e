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
 * Whether a dose plans its exercise on the day at `offset` (0–6) of a week. `addedHere`: on this day the
 * exercise came into a week that was already running; when its dose has no day left, this day is planned.
 */
export function isPlannedOn(dose: Dose, offset: number, addedHere: boolean): boolean {
  const offsets = plannedOffsets(dose);
  if (offsets.includes(offset)) return true;
  return addedHere && offsets.length > 0 && !offsets.some((o) => o >= offset);
}
