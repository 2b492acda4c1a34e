import { type Exercise, type ExercisePage, exerciseOf, type ProtocolVersion } from "@/lib/domain/protocol/definition";
import type { ProtocolPath } from "@/lib/domain/protocol/path";
import { type GateState, isExerciseOpen } from "@/lib/domain/safety/gate";

/** Pages that a client may open in any week: a pause comes when it comes, and learning together is always a gentle way in. */
const ANY_WEEK: ReadonlySet<ExercisePage> = new Set(["name-the-fear", "learn-together"]);

export type ExerciseAccess = { exercise: Exercise; open: boolean };

/**
 * Whether a client may do the exercise `key` today: it is in this week's plan (or may be done in any week), the path
 * is running, the client has not put the exercises away and the gate is open for what it asks two people to share. Null
 * when the version has no such exercise. A safety event closes nothing: what somebody said in distress may show nowhere.
 */
export function exerciseAccess(
  version: ProtocolVersion,
  path: ProtocolPath,
  key: string,
  gate: GateState,
  areAway: boolean,
): ExerciseAccess | null {
  const exercise = exerciseOf(version, key);
  if (!exercise) return null;
  const { current, today, status } = path;
  const running = current !== null && (status === "active" || status === "held");
  const planned =
    (ANY_WEEK.has(exercise.page) && exercise.reach !== "touch") ||
    current?.exercises.some((row) => row.exercise === key && row.from <= today && row.until >= today) === true;
  return { exercise, open: running && planned && !areAway && isExerciseOpen(gate, exercise.reach) };
}

/** The exercise behind "I need a pause": the version's first one that is walked through as naming the fear. */
export function pauseExercise(version: ProtocolVersion): Exercise | null {
  return version.exercises.find((exercise) => exercise.page === "name-the-fear") ?? null;
}
