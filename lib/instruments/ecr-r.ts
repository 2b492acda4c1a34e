import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

const missing = { maxMissing: 1, missingSource: "One in ten (ours): no rule printed by its authors has been read." };

export const ecrR = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "ecr-r",
  title: "Experiences in Close Relationships, revised (ECR-R)",
  purpose: "Places somebody on two dimensions of attachment: worry about being left, and unease with closeness.",
  minutes: 8,
  direction: "lower",
  measures: "one-person",
  items: unworded(36, { reversed: [9, 11, 20, 22, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36], unconfirmed: "all" }),
  optionSets: { answers: unlabelled(1, 7) },
  scales: [
    {
      key: "anxiety",
      title: "Anxiety",
      items: numbers(1, 18),
      method: "mean",
      range: { min: 1, max: 7 },
      ...missing,
      direction: "lower",
    },
    {
      key: "avoidance",
      title: "Avoidance",
      items: numbers(19, 36),
      method: "mean",
      range: { min: 1, max: 7 },
      ...missing,
      direction: "lower",
    },
  ],
  certainty: {
    reversals: "unconfirmed",
    scales: "unconfirmed",
    scoring: "unconfirmed",
    figures: "unconfirmed",
    references: "confirmed",
  },
  keyNote:
    "The order of the items is part of the key: some versions in circulation are shuffled. There is no official cut-off.",
  licence: {
    status: "conditions",
    note: "Free for research and clinical use with citation. Ask the authors about commercial use.",
    wording: "needed",
  },
  validated: true,
  references: [
    "Fraley, R. C., Waller, N. G., & Brennan, K. A. (2000). Journal of Personality and Social Psychology, 78, 350–365.",
  ],
} satisfies InstrumentSource);
