import type { Reading } from "@/lib/learn/reading";
import { fiveKinds, fourWays, startGently, whyClosenessFeelsRisky } from "@/lib/learn/readings-closeness";
import { beingKnown, bodysAlarm, highsAndLows, leaning, pullingAway } from "@/lib/learn/readings-trust";

/** The readings that ship, in the order in which the weeks ask for them. */
export const builtInReadings: readonly Reading[] = [
  highsAndLows,
  whyClosenessFeelsRisky,
  fourWays,
  startGently,
  bodysAlarm,
  beingKnown,
  fiveKinds,
  pullingAway,
  leaning,
];

/** The reading with this key among `readings`, or undefined. */
export function readingOf(key: string, readings: readonly Reading[] = builtInReadings): Reading | undefined {
  return readings.find((reading) => reading.key === key);
}

/** The readings that go with an exercise. */
export function readingsFor(exercise: string, readings: readonly Reading[] = builtInReadings): Reading[] {
  return readings.filter((reading) => reading.exercises.includes(exercise));
}
