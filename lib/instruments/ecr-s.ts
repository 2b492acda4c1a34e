import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const ecrS = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "ecr-s",
  title: "ECR short form (ECR-S)",
  purpose: "Twelve items on attachment anxiety and avoidance in close relationships.",
  minutes: 3,
  direction: "lower",
  measures: "one-person",
  items: unworded(12, { reversed: [1, 5, 8, 9], unconfirmed: "all" }),
  optionSets: { answers: unlabelled(1, 7) },
  scales: [
    {
      key: "anxiety",
      title: "Anxiety",
      items: ["2", "4", "6", "8", "10", "12"],
      method: "sum",
      range: { min: 6, max: 42 },
      direction: "lower",
    },
    {
      key: "avoidance",
      title: "Avoidance",
      items: ["1", "3", "5", "7", "9", "11"],
      method: "sum",
      range: { min: 6, max: 42 },
      direction: "lower",
    },
  ],
  certainty: { reversals: "unconfirmed", scales: "unconfirmed", scoring: "unconfirmed", figures: "unconfirmed" },
  keyNote:
    "Sums are a choice: means of the same items are in use as well, so that other people’s figures may be means.",
  licence: { status: "ask", note: "Ask the authors before use.", wording: "needed" },
  validated: true,
  references: [
    "Wei, M., Russell, D. W., Mallinckrodt, B., & Vogel, D. L. (2007). Journal of Personality Assessment, 88, 187–204.",
  ],
} satisfies InstrumentSource);
