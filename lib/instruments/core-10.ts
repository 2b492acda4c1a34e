import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const core10 = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "core-10",
  title: "CORE-10",
  purpose: "Measures general psychological distress over the last week.",
  minutes: 3,
  direction: "lower",
  measures: "one-person",
  items: unworded(10, { reversed: [2, 3], unconfirmed: [6] }).map((item) =>
    item.id === "6"
      ? {
          ...item,
          critical: [
            { when: { atLeast: 1 }, effect: "crisis" as const, sentence: "Plans to end life (CORE-10, item 6)." },
          ],
        }
      : item,
  ),
  optionSets: { answers: unlabelled(0, 4) },
  scales: [
    {
      key: "distress",
      title: "Distress",
      items: numbers(1, 10),
      method: "sum",
      range: { min: 0, max: 40 },
      maxMissing: 1,
      missingSource: "One of ten, never item 6 (CORE System Trust: no more than 10 % of a form may be filled in).",
      direction: "lower",
    },
  ],
  certainty: {
    reversals: "confirmed",
    scales: "confirmed",
    scoring: "confirmed",
    figures: "unconfirmed",
    references: "confirmed",
  },
  keyNote:
    "Item 6 is treated as the question about risk to life. Check that against your copy before you publish it. A published cut-off, bands and reliable change exist (Barkham 2013; manual 2007); they are not included, because nobody here has read them at the source.",
  licence: {
    status: "conditions",
    note: "Creative Commons BY-ND: enter it word for word, with no rewording.",
    wording: "free",
  },
  validated: true,
  references: ["Barkham, M., and others (2013). Counselling and Psychotherapy Research, 13, 3–13."],
} satisfies InstrumentSource);
