import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { changeScopeSchema, readScope, scopeAhead, scopeThen } from "@/lib/protocol/changes/change-scope";
import { askedExercise, exerciseRefusal } from "@/lib/protocol/changes/exercises-ahead";
import { doseSchema, doseWords } from "@/lib/protocol/dose";
import { doseOfKey } from "@/lib/protocol/dose-choices";
import type { ProtocolPath } from "@/lib/protocol/path";
import { keySchema } from "@/lib/stable-key";

/** An exercise is asked for more or less often, from the day on. */
export const dose = changeKind(
  z.strictObject({ kind: z.literal("dose"), exercise: keySchema, dose: doseSchema, scope: changeScopeSchema }),
)({
  refusal: ({ exercise }, { path }) => exerciseRefusal(path, exercise),
  facts: ({ exercise, dose, scope }, { title }) => [
    `${title(exercise)} is asked for ${doseWords(dose)} ${scopeAhead[scope]}.`,
  ],
  clientWords: ({ exercise, dose }, { title }) =>
    `From now on, ${title(exercise)} is planned ${doseWords(dose)}. Choose the moments that suit you.`,
  sentence: ({ exercise, dose, scope }, { title }) =>
    `Changed ${title(exercise)} to ${doseWords(dose)}, ${scopeThen[scope]}`,
  card: () => ({ title: "Change a dose", sub: "More or less often" }),
  confirm: () => "Change the dose",
  read: (asked) => {
    const exercise = askedExercise(asked)?.key;
    if (exercise === undefined) return null;
    const chosen = doseOfKey(asked.value("dose")) ?? doseAhead(asked.path, exercise) ?? { kind: "daily" };
    return { kind: "dose", exercise, dose: chosen, scope: readScope(asked.value("scope")) };
  },
  exercise: ({ exercise }) => exercise,
});

/** The dose of an exercise in the first week from the current one on that asks for it. */
const doseAhead = ({ current, weeks, waiting }: ProtocolPath, key: string) =>
  [current, ...weeks.filter(({ state }) => state === "coming"), ...waiting]
    .flatMap((week) => week?.exercises ?? [])
    .find(({ exercise }) => exercise === key)?.dose;
