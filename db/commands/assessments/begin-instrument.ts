import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { answerStarts, blankInstrument } from "@/lib/assessments/build/blank";
import { MOST_QUESTIONS } from "@/lib/assessments/build/items";
import { instrumentShape, MOST_OF_A_STATEMENT } from "@/lib/assessments/instrument-shape";
import { linesOf } from "@/lib/assessments/wording-lines";
import { Refused } from "@/lib/errors";
import { fromTo, ranges } from "@/lib/limits";
import { numberField } from "@/lib/number-field";
import { authorize } from "@/lib/policy";
import { optionalWords, wordsUpTo } from "@/lib/written-words";
import type { Scope } from "../../scope";
import { addDraft, freeKey } from "./draft-instrument";

export const localeField = instrumentShape.shape.locale;

export const beginForm = z.strictObject({
  title: wordsUpTo("instrumentTitle", "Write a title."),
  clientTitle: optionalWords("instrumentTitle"),
  purpose: wordsUpTo("instrumentPurpose", "Write what it is for."),
  minutes: numberField(
    { ...ranges.instrumentMinutes, isWhole: true },
    `Write a number of minutes ${fromTo("instrumentMinutes")}.`,
  ),
  locale: localeField,
  measures: instrumentShape.shape.measures,
  twice: z.enum(["no", "yes"]),
  stem: optionalWords("instrumentStem"),
  start: z.enum(answerStarts.map(({ value }) => value)),
  statements: z.string().max(200_000, "That is more than any questionnaire holds.").default(""),
});

/** A questionnaire of the practice's own, from nothing. */
export async function beginInstrument(
  scope: Scope<StaffActor>,
  { twice, statements: typed, ...form }: z.infer<typeof beginForm>,
): Promise<{ key: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const statements = linesOf(typed);
  const long = statements.findIndex((line) => line.length > MOST_OF_A_STATEMENT);
  if (long >= 0)
    throw new Refused("Nothing is kept yet. See below.", { statements: `Line ${long + 1} is longer than fits.` });
  if (statements.length > MOST_QUESTIONS)
    throw new Refused("Nothing is kept yet. See below.", {
      statements: `${MOST_QUESTIONS} questions fit into a questionnaire; these are ${statements.length}.`,
    });
  const key = await freeKey(scope, form.title);
  const begun = { ...form, key, isTwice: twice === "yes", statements };
  return addDraft(scope, blankInstrument(begun), "instruments.begun");
}
