import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const ecrRs = parseInstrument({
  ...UNWORDED,
  key: "ecr-rs",
  title: "ECR Relationship Structures (ECR-RS)",
  purpose: "A nine-item look at attachment avoidance and anxiety in one named relationship.",
  minutes: 3,
  direction: "lower",
  measures: "one-person",
  items: unworded(9, { reversed: [1, 2, 3, 4], unconfirmed: "all" }),
  optionSets: { answers: unlabelled(1, 7) },
  scales: [
    {
      key: "avoidance",
      title: "Avoidance",
      items: numbers(1, 6),
      method: "mean",
      range: { min: 1, max: 7 },
      direction: "lower",
    },
    {
      key: "anxiety",
      title: "Anxiety",
      items: numbers(7, 9),
      method: "mean",
      range: { min: 1, max: 7 },
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
  keyNote: "To check a key: the answers 6 6 6 6 3 3 6 6 6 give avoidance 2.33 and anxiety 6.",
  licence: {
    status: "conditions",
    note: "Free for research and clinical use with citation. Ask the authors about commercial use.",
    wording: "needed",
  },
  validated: true,
  references: [
    "Fraley, R. C., Heffernan, M. E., Vicary, A. M., & Brumbaugh, C. C. (2011). Psychological Assessment, 23, 615–625.",
  ],
} satisfies InstrumentSource);
