import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";

const ENDS: Record<number, string> = { 1: "1, not at all", 10: "10, completely" };

export const connectionCheck = parseInstrument({
  key: "connection-check",
  version: 1,
  title: "Connection check",
  purpose: "One tap a day that shows how near somebody feels, so that weeks can be compared.",
  minutes: 0.5,
  locale: "en-GB",
  direction: "higher",
  measures: "closeness",
  layout: "one-page",
  forms: ["now"],
  stems: { now: "There is no good or bad answer. Whatever is true today is useful." },
  items: [
    { id: "connected", text: "How connected do you feel right now?", options: "one-to-ten", required: true },
    { id: "note", text: "Anything you would like to add?", kind: "text", required: false },
  ],
  optionSets: {
    "one-to-ten": Array.from({ length: 10 }, (_, i) => ({ value: i + 1, label: ENDS[i + 1] ?? String(i + 1) })),
  },
  scales: [
    {
      key: "connection",
      title: "Connection",
      items: ["connected"],
      method: "sum",
      range: { min: 1, max: 10 },
      direction: "higher",
    },
  ],
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "Read weekly medians against the person's own first fortnight, never a single day.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [],
} satisfies InstrumentSource);
