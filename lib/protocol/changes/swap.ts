import { z } from "zod";
import { changeKind } from "@/lib/protocol/changes/change-rules";
import { changeScopeSchema, readScope, scopeAhead, scopeThen } from "@/lib/protocol/changes/change-scope";
import { spanWords, takesOut } from "@/lib/protocol/changes/exercise-words";
import { askedExercise, exerciseRefusal, noDayLeft } from "@/lib/protocol/changes/exercises-ahead";
import { openReplacements, swapFault } from "@/lib/protocol/changes/swap-fault";
import { isAskedForNow } from "@/lib/protocol/path";
import { replacements } from "@/lib/protocol/replacements";
import { keySchema } from "@/lib/stable-key";

/** Another exercise takes the place of one, from the day on. */
export const swap = changeKind(
  z.strictObject({ kind: z.literal("swap"), from: keySchema, to: keySchema, scope: changeScopeSchema }),
)({
  refusal: (change, before) =>
    exerciseRefusal(before, { exercise: change.from, scope: change.scope }) ??
    swapFault(before.version, before.path, change),
  idle: ({ scope }, before) => noDayLeft(before, scope) ?? "That swap is made already.",
  facts: ({ from, to, scope }, { title }) => [`${title(to)} takes the place of ${title(from)} ${scopeAhead[scope]}.`],
  clientWords: ({ from, to, scope }, telling) =>
    spanWords(
      telling,
      { exercise: from, scope },
      `${telling.title(to)} takes the place of ${telling.title(from)}`,
      "A different step is still a step.",
    ),
  sentence: ({ from, to, scope }, { title }) => `Swapped ${title(from)} for ${title(to)}, ${scopeThen[scope]}`,
  card: () => ({ title: "Swap an exercise", sub: "Another one takes its place" }),
  confirm: () => "Swap it",
  read: (asked) => {
    const exercise = askedExercise(asked);
    if (!exercise) return null;
    const { version, path, value } = asked;
    const scope = readScope(value("scope"), isAskedForNow(path, exercise.key));
    const open = openReplacements(version, path, exercise, scope);
    const to = open.find(({ key }) => key === value("to")) ?? open[0] ?? replacements(version, exercise)[0];
    return to ? { kind: "swap", from: exercise.key, to: to.key, scope } : null;
  },
  exercise: ({ from }) => from,
  answersWish: true,
  isNews: ({ scope }, { isRecent, isThisRound }) => (scope === "this-week" ? isThisRound : isRecent),
  isReplacedBy: ({ from, to }, later) => takesOut(later, to) || later.to === from,
});
