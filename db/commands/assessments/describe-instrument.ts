import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { measuresChoices } from "@/lib/assessments/closeness";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { instrumentShape } from "@/lib/assessments/instrument-shape";
import { requireSeen, seenFields } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { afterRewording } from "@/lib/instruments/critical-marks";
import { describedWords } from "@/lib/instruments/described-words";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import { fromTo, limits, ranges, tooLong } from "@/lib/limits";
import { numberField } from "@/lib/number-field";
import { authorize } from "@/lib/policy";
import { wordsUpTo } from "@/lib/written-words";
import type { Scope } from "../../scope";
import { keepDraft, lockDraft } from "./draft-instrument";

const minutesSentence = `Write a number of minutes ${fromTo("instrumentMinutes")}.`;
const stem = z.string().trim().max(limits.instrumentStem, tooLong("instrumentStem")).optional();

export const describeForm = z.strictObject({
  key: z.string().min(1).max(64),
  title: wordsUpTo("instrumentTitle", "Write a title."),
  clientTitle: z.string().trim().max(limits.instrumentTitle, tooLong("instrumentTitle")).optional(),
  purpose: wordsUpTo("instrumentPurpose", "Write what it is for."),
  minutes: numberField({ ...ranges.instrumentMinutes, isWhole: true }, minutesSentence),
  layout: z.enum(["one-at-a-time", "one-page"]),
  locale: instrumentShape.shape.locale.optional(),
  /** Not asked where it cannot be chosen, and the words above the statements neither. */
  measures: instrumentShape.shape.measures.unwrap().optional(),
  twice: z.enum(["no", "yes"]).optional(),
  stemNow: stem,
  stemWished: stem,
  ...seenFields,
});
type DescribeForm = z.infer<typeof describeForm>;

export async function describeInstrument(
  scope: Scope<StaffActor>,
  { key: named, measures, twice, seen, instead, ...words }: DescribeForm,
): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockDraft(scope, named);
  const { instrument } = draft;
  const described = withWords(instrument, words);
  requireSeen(describedWords(instrument), describedWords(described), { seen, instead });
  const said = measures ?? instrument.measures;
  if (!measuresChoices(instrument.measures).includes(said)) {
    const sentence = "A measure of closeness stays one: its scores close with the safety gate.";
    throw new Refused(sentence, { measures: sentence });
  }
  const forms = twice === undefined ? instrument.forms : formsOf(twice);
  const why = whyNotBuildable(instrument);
  if (why && forms.length !== instrument.forms.length) throw new Refused(why, { twice: why });
  const next = parseInstrument({ ...described, forms, measures: said });
  const looked = afterRewording(instrument, next);
  await keepDraft(scope, draft, looked, "instruments.described", "Changed what is said about it.");
}

const formsOf = (twice: "no" | "yes"): Instrument["forms"] => (twice === "yes" ? ["now", "wished"] : ["now"]);

type Words = Omit<DescribeForm, "key" | "measures" | "twice" | "seen" | "instead">;

/** What a form leaves out stays; what it empties goes. */
function withWords(instrument: Instrument, words: Words): Instrument {
  const { title, clientTitle, purpose, minutes, layout, locale, stemNow, stemWished } = words;
  const { clientTitle: before, ...kept } = instrument;
  const named = clientTitle ?? before;
  return {
    ...kept,
    ...(named && { clientTitle: named }),
    ...{ title, purpose, minutes, layout, locale: locale ?? instrument.locale },
    stems: {
      now: stemNow === undefined ? instrument.stems.now : stemNow || null,
      wished: stemWished === undefined ? instrument.stems.wished : stemWished || null,
    },
  };
}
