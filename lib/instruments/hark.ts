import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

const stop = {
  when: { atLeast: 1 },
  effect: "stop" as const,
  sentence: "Positive screen for partner violence (HARK, one yes or more).",
};

export const hark = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "hark",
  title: "HARK",
  purpose: "Four yes/no questions about harm from a partner, asked alone. One yes closes the safety gate.",
  minutes: 2,
  direction: "lower",
  measures: "one-person",
  sensitivity: "safety",
  items: unworded(4).map((item) => ({ ...item, mayDecline: true, critical: [stop] })),
  optionSets: { answers: unlabelled(0, 1) },
  scales: [
    {
      key: "positive",
      title: "Screen: 0 negative, 1 positive",
      items: numbers(1, 4),
      method: "algorithm",
      algorithm: { kind: "any", atLeast: 1 },
      range: { min: 0, max: 1 },
      direction: "lower",
      cutoff: {
        value: 1,
        side: "at or above",
        meaning: "Positive: sensitivity .81, specificity .95. A negative does not mean safe.",
        certainty: "confirmed",
        population: "women in general practices of east London, n 232",
      },
    },
  ],
  certainty: {
    reversals: "confirmed",
    scales: "confirmed",
    scoring: "confirmed",
    figures: "confirmed",
    references: "confirmed",
  },
  licence: { status: "free", note: "Printed in an open-access paper. Enter the wording from there.", wording: "free" },
  validated: true,
  references: ["Sohal, H., Eldridge, S., & Feder, G. (2007). BMC Family Practice, 8, 49."],
} satisfies InstrumentSource);
