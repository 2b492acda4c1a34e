import type { Exercise, ExerciseForm, ExercisePage } from "@/lib/exercises/exercise";
import { isShared } from "@/lib/exercises/offered-form";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { hasOwnSteps } from "@/lib/protocol/own-steps";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { SharedClass } from "@/lib/safety/shared-class";

/** Pages that a client may open in any week: a pause comes when it comes, and learning something is always a gentle way in. */
const ANY_WEEK: ReadonlySet<ExercisePage> = new Set(["name-the-fear", "learn-together"]);

export type ExerciseAccess = { exercise: Exercise; form: ExerciseForm; open: boolean };

/**
 * How a client does the exercise `key` today, and whether it is open: it is in this week's plan (or may be done in any
 * week), the path is running and the client has not put the exercises away. Nothing closes one: while joint steps are closed
 * it is done as own steps, whatever the reason, and why is not said. Before the weeks begin those of the first week are open
 * as own steps: nobody waits for a first day. Null when the version has no such exercise.
 */
export function exerciseAccess(
  version: ProtocolVersion,
  path: ProtocolPath,
  key: string,
  shared: SharedClass,
  areAway: boolean,
): ExerciseAccess | null {
  const exercise = exerciseOf(version, key);
  if (!exercise) return null;
  const { current, today, status } = path;
  const isBefore = status === "starting";
  const running = isBefore || (current !== null && (status === "active" || status === "held"));
  const planned =
    (ANY_WEEK.has(exercise.page) && exercise.exposureLevel !== "touch") ||
    (isBefore
      ? firstSteps(path).includes(key)
      : current?.exercises.some((row) => row.exercise === key && row.from <= today && row.until >= today) === true);
  const isJoint = !isBefore && isShared(shared, exercise.exposureLevel);
  const form = hasOwnSteps(exercise) && !isJoint ? "own" : "shared";
  return { exercise, form, open: running && planned && !areAway };
}

/** What the first week brings, for who would like to begin before it. */
export const firstSteps = ({ weeks }: Pick<ProtocolPath, "weeks">): string[] => [
  ...new Set(weeks[0]?.exercises.map(({ exercise }) => exercise)),
];

/** What a client reads where an exercise is not in the plan of today, whatever the reason. */
export const NOT_PLANNED = "This exercise is not part of your plan at the moment. What is planned stands on Today.";

/** The exercise behind "I need a pause": the version's first one that is walked through as naming the fear. */
export function pauseExercise(version: ProtocolVersion): Exercise | null {
  return version.exercises.find((exercise) => exercise.page === "name-the-fear") ?? null;
}
