import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const fis = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "fis",
  title: "Fear-of-Intimacy Scale (FIS)",
  purpose:
    "Measures how frightening it is to share thoughts and feelings with somebody close. A high score means more fear.",
  minutes: 8,
  direction: "lower",
  measures: "one-person",
  items: unworded(35, { reversed: [3, 6, 7, 8, 10, 14, 17, 18, 19, 21, 22, 25, 27, 29, 30], unconfirmed: "all" }),
  optionSets: { answers: unlabelled(1, 5) },
  scales: [
    {
      key: "fear",
      title: "Fear of intimacy",
      items: numbers(1, 35),
      method: "sum",
      range: { min: 35, max: 175 },
      maxMissing: 3,
      missingSource: "One in ten (ours): no rule printed by its authors has been read.",
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
    "Items 3 to 19 among the reversed come from a second-hand source, 21 to 30 are recalled. There is no published cut-off.",
  licence: {
    status: "permission",
    note: "Copyright of the American Psychological Association. Permission is needed.",
    wording: "needed",
  },
  validated: true,
  references: ["Descutner, C. J., & Thelen, M. H. (1991). Psychological Assessment, 3, 218–225."],
} satisfies InstrumentSource);
