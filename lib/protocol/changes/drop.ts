import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { changeScopeSchema, readScope, scopeAhead, scopeThen } from "@/lib/protocol/changes/change-scope";
import { askedExercise, exerciseRefusal } from "@/lib/protocol/changes/exercises-ahead";
import { keySchema } from "@/lib/stable-key";

/** An exercise is left out, from the day on. */
export const drop = changeKind(
  z.strictObject({ kind: z.literal("drop"), exercise: keySchema, scope: changeScopeSchema }),
)({
  refusal: ({ exercise }, { path }) => exerciseRefusal(path, exercise),
  facts: ({ exercise, scope }, { title }) => [`${title(exercise)} is left out ${scopeAhead[scope]}.`],
  clientWords: ({ exercise }, { title }) =>
    `We’re leaving out ${title(exercise)} for now. You have enough to practise.`,
  sentence: ({ exercise, scope }, { title }) => `Left out ${title(exercise)}, ${scopeThen[scope]}`,
  card: () => ({ title: "Leave out an exercise", sub: "For this week or from here on" }),
  confirm: () => "Leave it out",
  read: (asked) => {
    const exercise = askedExercise(asked);
    return exercise && { kind: "drop", exercise: exercise.key, scope: readScope(asked.value("scope")) };
  },
  exercise: ({ exercise }) => exercise,
  answersWish: true,
});
