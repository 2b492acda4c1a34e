import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const eHits = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "e-hits",
  title: "E-HITS",
  purpose: "Five questions about harm from a partner, asked alone. A total of 7 or more closes the safety gate.",
  minutes: 2,
  direction: "lower",
  measures: "one-person",
  sensitivity: "safety",
  items: unworded(5).map((item) => ({ ...item, mayDecline: true })),
  optionSets: { answers: unlabelled(1, 5) },
  scales: [
    {
      key: "harm",
      title: "Harm from a partner",
      items: numbers(1, 5),
      method: "sum",
      range: { min: 5, max: 25 },
      maxMissing: 0,
      direction: "lower",
      cutoff: {
        value: 7,
        side: "at or above",
        meaning:
          "Positive screen; the interval of its sensitivity reaches from .55 to .95. A lower total does not mean safe.",
        certainty: "confirmed",
        population: "women veterans of the US, n 80",
      },
      critical: [{ atLeast: 7, effect: "stop", sentence: "Positive screen for partner violence (E-HITS, 7 or more)." }],
    },
  ],
  certainty: {
    reversals: "confirmed",
    scales: "confirmed",
    scoring: "confirmed",
    figures: "confirmed",
    references: "confirmed",
  },
  keyNote: "The total counts every answer at least 1, so a positive shows even before the last question is answered.",
  licence: { status: "permission", note: "Permission is needed for commercial use.", wording: "needed" },
  validated: true,
  references: ["Iverson, K. M., and others (2015). Journal of Traumatic Stress, 28, 79–82."],
} satisfies InstrumentSource);
