import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import {
  answersSaid,
  freeSetKey,
  MOST_ANSWERS,
  placesWords,
  readAnswers,
  rowsOf,
  setWords,
  usersOf,
} from "@/lib/assessments/build/answers";
import { requireSeen, seenFields } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { limits, tooLong } from "@/lib/limits";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { keepStep, lockBuildable } from "./lock-buildable";

const short = z.array(z.string().max(30)).max(MOST_ANSWERS).default([]);

export const answersForm = z.strictObject({
  key: z.string().min(1).max(64),
  /** Empty for a new set. */
  set: z.string().max(64).default(""),
  "value[]": short,
  "counts[]": short,
  "label[]": z
    .array(z.string().max(limits.answerLabel, tooLong("answerLabel")))
    .max(MOST_ANSWERS)
    .default([]),
  ...seenFields,
});
export type AnswersForm = z.infer<typeof answersForm>;

/** The answers of a set, with what each counts. */
export async function saveAnswers(scope: Scope<StaffActor>, form: AnswersForm): Promise<{ set: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const { instrument } = draft;
  const before = instrument.optionSets[form.set] ?? [];
  const rows = form["label[]"].map((label, i) => ({
    label,
    value: form["value[]"][i] ?? "",
    counts: form["counts[]"][i] ?? "",
  }));
  const read = readAnswers(before, rows);
  if ("problems" in read) throw new Refused("The answers are not kept yet. See below.", read.problems);
  const isNew = before.length === 0;
  if (!isNew) requireSeen(answersSaid(rowsOf(before)), answersSaid(rowsOf(read.options)), form);
  const set = isNew ? freeSetKey(instrument) : form.set;
  const did = `${isNew ? "Added" : "Changed"} the answers ${setWords(read.options)}.`;
  await keepStep(scope, draft, { ...instrument, optionSets: { ...instrument.optionSets, [set]: read.options } }, did);
  return { set };
}

export const setForm = z.strictObject({ key: z.string().min(1).max(64), set: z.string().min(1).max(64) });

/** A set that no question uses any more leaves the draft. */
export async function dropAnswers(scope: Scope<StaffActor>, form: z.infer<typeof setForm>): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const { instrument } = draft;
  const { [form.set]: gone, ...optionSets } = instrument.optionSets;
  if (!gone) throw new Refused("Those answers are not in the draft any more.");
  const places = usersOf(instrument, form.set);
  if (places.length > 0)
    throw new Refused(`Question ${placesWords(places)} is answered with them. Give it other answers first.`);
  await keepStep(scope, draft, { ...instrument, optionSets }, `Removed the answers ${setWords(gone)}.`);
}
