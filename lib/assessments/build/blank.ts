import type { Measures } from "@/lib/assessments/closeness";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";

/** Sets of answers to begin with, in plain words of our own. Everything about them can be changed. */
export const answerStarts = [
  { value: "agree", label: "How far it is true: Not true at all to Very true, 0 to 4" },
  { value: "often", label: "How often: Never to Always, 0 to 4" },
  { value: "yes-no", label: "Yes or no, 1 or 0" },
  { value: "ten", label: "A number from 0 to 10" },
] as const;
export type AnswerStart = (typeof answerStarts)[number]["value"];

const startLabels: Record<Exclude<AnswerStart, "ten">, readonly string[]> = {
  agree: ["Not true at all", "A little true", "Partly true", "Mostly true", "Very true"],
  often: ["Never", "Rarely", "Sometimes", "Often", "Always"],
  "yes-no": ["No", "Yes"],
};

type Begun = {
  key: string;
  title: string;
  clientTitle: string | null;
  purpose: string;
  minutes: number;
  locale: string;
  measures: Measures;
  isTwice: boolean;
  stem: string | null;
  start: AnswerStart;
  /** One question each; without any there is a first one to be written. */
  statements: readonly string[];
};

/** A questionnaire of the practice's own: a draft that nothing is said of but what its form says. */
export function blankInstrument(begun: Begun): Instrument {
  const { key, title, clientTitle, purpose, minutes, locale, measures, isTwice, stem, start, statements } = begun;
  const labels = start === "ten" ? Array.from({ length: 11 }, (_, i) => String(i)) : startLabels[start];
  return parseInstrument({
    ...{ key, version: 1, title, purpose, minutes, locale, measures, layout: "one-page", direction: "neither" },
    ...(clientTitle !== null && { clientTitle }),
    forms: isTwice ? ["now", "wished"] : ["now"],
    stems: { now: stem, wished: null },
    items: (statements.length > 0 ? statements : [null]).map((text, i) => ({
      ...{ id: `q${i + 1}`, text, kind: "choice", options: start, required: true },
    })),
    optionSets: { [start]: labels.map((label, value) => ({ value, label })) },
    scales: [],
    certainty: {
      ...{ reversals: "confirmed", scales: "confirmed", scoring: "confirmed" },
      ...{ figures: "unconfirmed", references: "unconfirmed" },
    },
    licence: { status: "practice", note: "Written by this practice.", wording: "own" },
    validated: false,
    references: [],
  });
}
