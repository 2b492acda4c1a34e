import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { changeScopeSchema, readScope, scopeAhead, scopeThen } from "@/lib/protocol/changes/change-scope";
import { spanWords, takesOut } from "@/lib/protocol/changes/exercise-words";
import { askedExercise, exerciseRefusal, nextWeekOf, noDayLeft } from "@/lib/protocol/changes/exercises-ahead";
import { exerciseOf } from "@/lib/protocol/definition";
import { doseSchema, doseWords } from "@/lib/protocol/dose";
import { doseOfKey } from "@/lib/protocol/dose-choices";
import { isAskedForNow, type ProtocolPath } from "@/lib/protocol/path";
import { keySchema } from "@/lib/stable-key";

/** An exercise is asked for more or less often, from the day on. */
export const dose = changeKind(
  z.strictObject({ kind: z.literal("dose"), exercise: keySchema, dose: doseSchema, scope: changeScopeSchema }),
)({
  refusal: (change, before) => exerciseRefusal(before, change),
  idle: ({ exercise, dose, scope }, before) =>
    noDayLeft(before, scope) ??
    `${exerciseOf(before.version, exercise)?.title ?? "It"} is asked for ${doseWords(dose)} already. Choose how often it should be instead.`,
  facts: ({ exercise, dose, scope }, { title, before }) => {
    const next = isAskedForNow(before, exercise) ? null : nextWeekOf(before, exercise);
    const from = next === null ? "" : ` It comes in week ${next}.`;
    return [`${title(exercise)} is asked for ${doseWords(dose)} ${scopeAhead[scope]}.${from}`];
  },
  clientWords: (change, telling) =>
    spanWords(
      telling,
      change,
      `${telling.title(change.exercise)} is planned ${doseWords(change.dose)}`,
      "Choose the moments that suit you.",
    ),
  sentence: ({ exercise, dose, scope }, { title }) =>
    `Changed ${title(exercise)} to ${doseWords(dose)}, ${scopeThen[scope]}`,
  card: () => ({ title: "Change a dose", sub: "More or less often" }),
  confirm: () => "Change the dose",
  read: (asked) => {
    const exercise = askedExercise(asked)?.key;
    if (exercise === undefined) return null;
    const chosen = doseOfKey(asked.value("dose")) ?? doseAhead(asked.path, exercise) ?? { kind: "daily" };
    const scope = readScope(asked.value("scope"), isAskedForNow(asked.path, exercise));
    return { kind: "dose", exercise, dose: chosen, scope };
  },
  exercise: ({ exercise }) => exercise,
  isNews: ({ scope }, { isRecent, isThisRound }) => (scope === "this-week" ? isThisRound : isRecent),
  isReplacedBy: ({ exercise }, later) =>
    takesOut(later, exercise) || later.to === exercise || (later.kind === "dose" && later.exercise === exercise),
});

/** The dose of an exercise in the first week from the current one on that asks for it. */
const doseAhead = ({ current, weeks, waiting }: ProtocolPath, key: string) =>
  [current, ...weeks.filter(({ state }) => state === "coming"), ...waiting]
    .flatMap((week) => week?.exercises ?? [])
    .find(({ exercise }) => exercise === key)?.dose;
