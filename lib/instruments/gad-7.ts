import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

const loinc = (code: string) => [{ system: "http://loinc.org", code }];

export const gad7 = parseInstrument({
  ...UNWORDED,
  key: "gad-7",
  title: "GAD-7",
  purpose: "Measures how much worry and tension there has been over the last two weeks.",
  minutes: 2,
  direction: "lower",
  measures: "one-person",
  items: unworded(7),
  optionSets: { answers: unlabelled(0, 3) },
  scales: [
    {
      key: "anxiety",
      title: "Anxiety",
      items: numbers(1, 7),
      method: "sum",
      range: { min: 0, max: 21 },
      direction: "lower",
      bands: [
        { min: 0, label: "Minimal" },
        { min: 5, label: "Mild" },
        { min: 10, label: "Moderate" },
        { min: 15, label: "Severe" },
      ],
      codes: loinc("70274-6"),
    },
  ],
  certainty: {
    reversals: "confirmed",
    scales: "confirmed",
    scoring: "confirmed",
    figures: "confirmed",
    references: "confirmed",
  },
  licence: { status: "free", note: "Free to use. Enter the official wording of your language.", wording: "free" },
  validated: true,
  references: [
    "Spitzer, R. L., Kroenke, K., Williams, J. B. W., & Löwe, B. (2006). Archives of Internal Medicine, 166, 1092–1097.",
  ],
  codes: loinc("69737-5"),
} satisfies InstrumentSource);
