import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unworded } from "@/lib/instruments/unworded";

const loinc = (code: string) => [{ system: "http://loinc.org", code }];
const ITEM_CODES = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"];
const ANSWER_CODES = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"];

export const phq9 = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "phq-9",
  title: "PHQ-9",
  purpose:
    "Measures how heavy low mood has been over the last two weeks. Item 9 asks about thoughts of death or self-harm.",
  minutes: 3,
  direction: "lower",
  measures: "one-person",
  items: unworded(9).map((item, i) => ({
    ...item,
    codes: loinc(ITEM_CODES[i] ?? ""),
    ...(item.id === "9" && {
      critical: [
        {
          when: { atLeast: 1 },
          effect: "crisis" as const,
          sentence: "Thoughts of death or self-harm (PHQ-9, item 9).",
        },
      ],
    }),
  })),
  optionSets: { answers: ANSWER_CODES.map((code, value) => ({ value, label: null, codes: loinc(code) })) },
  scales: [
    {
      key: "depression",
      title: "Low mood",
      items: numbers(1, 9),
      method: "sum",
      range: { min: 0, max: 27 },
      maxMissing: 1,
      missingSource:
        "One, never item 9 (ours, and stricter than the one or two that the authors’ manual is said to bear).",
      direction: "lower",
      bands: [
        { min: 0, label: "Minimal" },
        { min: 5, label: "Mild" },
        { min: 10, label: "Moderate" },
        { min: 15, label: "Moderately severe" },
        { min: 20, label: "Severe" },
      ],
      codes: loinc("44261-6"),
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
    "Kroenke, K., Spitzer, R. L., & Williams, J. B. W. (2001). Journal of General Internal Medicine, 16, 606–613.",
  ],
  codes: loinc("44249-1"),
} satisfies InstrumentSource);
