import { z } from "zod";
import { changeKind, type PathBefore, weeksAreOver } from "@/lib/protocol/changes/change-rules";
import { exercisesAhead } from "@/lib/protocol/changes/exercises-ahead";
import { exerciseOf } from "@/lib/protocol/definition";
import { hasOwnSteps } from "@/lib/protocol/own-steps";
import { ownStepsSentences, ownStepsUndone } from "@/lib/protocol/own-steps-preview";
import { type LocalDate, localDateSchema, readLocalDate } from "@/lib/time/local-date";

/**
 * Every exercise in its own form on the days from `from` until the day `until`, the first in the usual form. It reads the
 * same whatever the reason, also where words were kept beside it before.
 */
export const ownSteps = changeKind(
  z.strictObject({ kind: z.literal("own-steps"), from: localDateSchema, until: localDateSchema.nullable() }),
)({
  refusal: (change, before) => weeksAreOver(before) ?? refusalOfDays(change, before),
  facts: (change, { people, today, say }) => ownStepsSentences(change, people, today, say),
  clientWords: () => "",
  sentence: ({ from, until }, { say }) =>
    until ? `Chose own steps from ${say(from)} until ${say(until)}` : `Chose own steps from ${say(from)} on`,
  card: ({ isForBoth }) => ({
    title: isForBoth ? "Own steps for both" : "Own steps",
    sub: "For pace, illness or holidays: each exercise in the form done by oneself",
  }),
  confirm: (_, { isForBoth }) => (isForBoth ? "Choose own steps for both" : "Choose own steps"),
  read: ({ value, path }) => ({
    kind: "own-steps",
    from: readLocalDate(value("from")) ?? path.today,
    until: readLocalDate(value("until")),
  }),
  isRead: false,
  isNews: () => false,
  factsOfUndo: ({ people, today, say }) => ownStepsUndone(people, today, say),
});

type Days = { from: LocalDate; until: LocalDate | null };

/** Own steps have to change the form of something on some day that is still to come. */
function refusalOfDays({ from, until }: Days, { version, path, effectiveOn, ownStepsEnd }: PathBefore): string | null {
  if (from < effectiveOn) return "Own steps begin today at the earliest. Earlier days stay as they are.";
  if (until !== null && until <= from) return "The day of the usual form again comes after the first day.";
  if (path.endsOn !== null && from > path.endsOn) return "The weeks are over by then.";
  const isTwofold = (key: string) => hasOwnSteps(exerciseOf(version, key) ?? { exposureLevel: "alone" });
  if (![...exercisesAhead(path)].some(isTwofold)) return "Every exercise from here is done by oneself already.";
  const end = ownStepsEnd(from);
  const isCovered = end === null || (until !== null && end >= until);
  return isCovered ? "Own steps are chosen for these days already." : null;
}
