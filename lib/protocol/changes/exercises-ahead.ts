import type { Exercise } from "@/lib/exercises/exercise";
import type { Asked, PathBefore } from "@/lib/protocol/changes/change-rules";
import type { ChangeScope } from "@/lib/protocol/changes/change-scope";
import { exerciseOf } from "@/lib/protocol/definition";
import { isAskedForNow, type ProtocolPath, weeksAhead } from "@/lib/protocol/path";

/** The exercises of this week, from today on, and of those to come, each once, in the order in which they come. */
export const exercisesAhead = (path: ProtocolPath): Set<string> =>
  new Set(
    weeksAhead(path).flatMap((week) =>
      week.exercises.map(({ exercise }) => exercise).filter((key) => week !== path.current || isAskedForNow(path, key)),
    ),
  );

/** The first protocol week after this one that asks for an exercise; null for none. */
export const nextWeekOf = (path: ProtocolPath, key: string): number | null =>
  weeksAhead(path).find((week) => week !== path.current && week.exercises.some(({ exercise }) => exercise === key))
    ?.number ?? null;

/** Only an exercise that is still asked for can be changed, and for this week only one that is part of it. */
export function exerciseRefusal(
  { version, path }: PathBefore,
  { exercise, scope }: { exercise: string; scope: ChangeScope },
): string | null {
  if (!exercisesAhead(path).has(exercise)) return "That exercise is not part of the weeks from here.";
  if (scope === "onward" || isAskedForNow(path, exercise)) return null;
  if (path.status === "starting")
    return "The weeks have not begun, so there is no week to change alone. Choose “From here on”.";
  const next = nextWeekOf(path, exercise);
  const title = exerciseOf(version, exercise)?.title ?? "That exercise";
  const comes = next === null ? "" : ` It comes in week ${next}: choose “From here on” to change it there.`;
  return `${title} is not part of this week any more or yet, so there is nothing to change in it.${comes}`;
}

/** Why a change for this week does nothing although the exercise is part of it: no day of it is left. */
export const noDayLeft = ({ path }: PathBefore, scope: ChangeScope): string | null =>
  scope === "this-week" && path.paused
    ? "This week is paused to its end. Resume it first, or choose “From here on”."
    : null;

/** The exercise that an address names, or the first; null where there is none. */
export const askedExercise = ({ value, exercises }: Asked): Exercise | null =>
  exercises.find(({ key }) => key === value("exercise")) ?? exercises[0] ?? null;
