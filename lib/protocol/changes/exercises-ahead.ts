import type { Exercise } from "@/lib/exercises/exercise";
import type { Asked } from "@/lib/protocol/changes/change-rules";
import { type ProtocolPath, weeksAhead } from "@/lib/protocol/path";

/** The exercises of this week and of those to come, each once, in the order in which they come. */
export const exercisesAhead = (path: ProtocolPath): Set<string> =>
  new Set(weeksAhead(path).flatMap(({ exercises }) => exercises.map(({ exercise }) => exercise)));

/** Only an exercise that is still asked for can be changed. */
export const exerciseRefusal = (path: ProtocolPath, key: string): string | null =>
  exercisesAhead(path).has(key) ? null : "That exercise is not part of the weeks from here.";

/** The exercise that an address names, or the first; null where there is none. */
export const askedExercise = ({ value, exercises }: Asked): Exercise | null =>
  exercises.find(({ key }) => key === value("exercise")) ?? exercises[0] ?? null;
