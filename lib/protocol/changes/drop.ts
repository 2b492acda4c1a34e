import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { changeScopeSchema, readScope, scopeAhead, scopeThen } from "@/lib/protocol/changes/change-scope";
import { spanWords } from "@/lib/protocol/changes/exercise-words";
import { askedExercise, exerciseRefusal, noDayLeft } from "@/lib/protocol/changes/exercises-ahead";
import { isAskedForNow } from "@/lib/protocol/path";
import { keySchema } from "@/lib/stable-key";

/** An exercise is left out, from the day on. */
export const drop = changeKind(
  z.strictObject({ kind: z.literal("drop"), exercise: keySchema, scope: changeScopeSchema }),
)({
  refusal: (change, before) => exerciseRefusal(before, change),
  idle: ({ scope }, before) => noDayLeft(before, scope) ?? "That exercise is left out already.",
  facts: ({ exercise, scope }, { title }) => [`${title(exercise)} is left out ${scopeAhead[scope]}.`],
  clientWords: (change, telling) =>
    spanWords(telling, change, `we’re leaving out ${telling.title(change.exercise)}`, "Less is enough for now."),
  sentence: ({ exercise, scope }, { title }) => `Left out ${title(exercise)}, ${scopeThen[scope]}`,
  card: () => ({ title: "Leave out an exercise", sub: "For this week or from here on" }),
  confirm: () => "Leave it out",
  read: (asked) => {
    const exercise = askedExercise(asked);
    if (!exercise) return null;
    const scope = readScope(asked.value("scope"), isAskedForNow(asked.path, exercise.key));
    return { kind: "drop", exercise: exercise.key, scope };
  },
  exercise: ({ exercise }) => exercise,
  answersWish: true,
  isNews: ({ scope }, { isRecent, isThisRound }) => (scope === "this-week" ? isThisRound : isRecent),
  isReplacedBy: ({ exercise }, { to }) => to === exercise,
});
