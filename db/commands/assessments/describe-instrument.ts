import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { measuresChoices } from "@/lib/assessments/closeness";
import { parseInstrument } from "@/lib/assessments/instrument";
import { instrumentShape } from "@/lib/assessments/instrument-shape";
import { requireSeen, seenFields } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { describedWords } from "@/lib/instruments/described-words";
import { fromTo, ranges } from "@/lib/limits";
import { numberField } from "@/lib/number-field";
import { authorize } from "@/lib/policy";
import { wordsUpTo } from "@/lib/written-words";
import type { Scope } from "../../scope";
import { keepDraft, lockDraft } from "./draft-instrument";

const minutesSentence = `Write a number of minutes ${fromTo("instrumentMinutes")}.`;

export const describeForm = z.strictObject({
  key: z.string().min(1).max(64),
  title: wordsUpTo("instrumentTitle", "Write a title."),
  purpose: wordsUpTo("instrumentPurpose", "Write what it is for."),
  minutes: numberField({ ...ranges.instrumentMinutes, isWhole: true }, minutesSentence),
  layout: z.enum(["one-at-a-time", "one-page"]),
  /** Not asked where it cannot be chosen. */
  measures: instrumentShape.shape.measures.unwrap().optional(),
  ...seenFields,
});

export async function describeInstrument(
  scope: Scope<StaffActor>,
  { key: named, measures, seen, instead, ...words }: z.infer<typeof describeForm>,
): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockDraft(scope, named);
  const { instrument } = draft;
  requireSeen(describedWords(instrument), describedWords({ ...instrument, ...words }), { seen, instead });
  const said = measures ?? instrument.measures;
  if (!measuresChoices(instrument.measures).includes(said)) {
    const sentence = "A measure of closeness stays one: its scores close with the safety gate.";
    throw new Refused(sentence, { measures: sentence });
  }
  await keepDraft(scope, id, parseInstrument({ ...instrument, ...words, measures: said }), "instruments.described");
}
