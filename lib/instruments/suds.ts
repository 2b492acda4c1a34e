import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";

const ENDS: Record<number, string> = { 0: "0, calm", 10: "10, as strong as it gets" };

export const suds = parseInstrument({
  key: "suds",
  version: 1,
  title: "Unease, 0 to 10",
  purpose: "Rates how uneasy somebody feels at this moment, such as before and after an exercise.",
  minutes: 0.5,
  locale: "en-GB",
  direction: "lower",
  measures: "one-person",
  layout: "one-page",
  forms: ["now"],
  stems: { now: "Notice your body for a moment, then choose a number." },
  items: [{ id: "unease", text: "How uneasy do you feel right now?", options: "zero-to-ten", required: true }],
  optionSets: { "zero-to-ten": Array.from({ length: 11 }, (_, i) => ({ value: i, label: ENDS[i] ?? String(i) })) },
  scales: [
    {
      key: "unease",
      title: "Unease",
      items: ["unease"],
      method: "sum",
      range: { min: 0, max: 10 },
      direction: "lower",
    },
  ],
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  licence: { status: "ours", note: "A generic rating of unease, with words of our own.", wording: "own" },
  validated: false,
  references: ["The idea of a subjective 0 to 10 rating of distress goes back to Wolpe (1969)."],
} satisfies InstrumentSource);
