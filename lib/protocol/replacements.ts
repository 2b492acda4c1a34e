import type { Exercise } from "@/lib/exercises/exercise";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";

/** What could stand in for an exercise: its gentler steps first, smallest first, then the others. */
export function replacements(version: ProtocolVersion, exercise: Exercise): Exercise[] {
  const gentler = exercise.gentler.flatMap((key) => exerciseOf(version, key) ?? []);
  const others = version.exercises.filter((one) => one.key !== exercise.key && !gentler.includes(one));
  return [...gentler, ...others];
}
