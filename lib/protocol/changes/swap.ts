import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { changeScopeSchema, readScope, scopeAhead, scopeThen } from "@/lib/protocol/changes/change-scope";
import { askedExercise, exerciseRefusal } from "@/lib/protocol/changes/exercises-ahead";
import { exerciseOf } from "@/lib/protocol/definition";
import { replacements } from "@/lib/protocol/replacements";
import { keySchema } from "@/lib/stable-key";

/** Another exercise takes the place of one, from the day on. */
export const swap = changeKind(
  z.strictObject({ kind: z.literal("swap"), from: keySchema, to: keySchema, scope: changeScopeSchema }),
)({
  refusal: ({ from, to }, { version, path }) => {
    if (!exerciseOf(version, to)) return "That exercise is not in this protocol.";
    return from === to ? "Choose a different exercise to swap to." : exerciseRefusal(path, from);
  },
  facts: ({ from, to, scope }, { title }) => [`${title(to)} takes the place of ${title(from)} ${scopeAhead[scope]}.`],
  clientWords: ({ from, to }, { title }) =>
    `${title(to)} takes the place of ${title(from)} for now. A different step is still a step.`,
  sentence: ({ from, to, scope }, { title }) => `Swapped ${title(from)} for ${title(to)}, ${scopeThen[scope]}`,
  card: () => ({ title: "Swap an exercise", sub: "Another one takes its place" }),
  confirm: () => "Swap it",
  read: (asked) => {
    const exercise = askedExercise(asked);
    if (!exercise) return null;
    const offered = replacements(asked.version, exercise);
    const to = offered.find(({ key }) => key === asked.value("to")) ?? offered[0];
    return to ? { kind: "swap", from: exercise.key, to: to.key, scope: readScope(asked.value("scope")) } : null;
  },
  exercise: ({ from }) => from,
  answersWish: true,
});
