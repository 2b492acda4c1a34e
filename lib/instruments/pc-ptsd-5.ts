import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const pcPtsd5 = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "pc-ptsd-5",
  title: "PC-PTSD-5",
  purpose: "A short screen: has something terrible happened, and does it still reach into daily life?",
  minutes: 2,
  direction: "lower",
  measures: "one-person",
  items: [
    { id: "gate", text: null, options: "answers", required: true },
    ...unworded(5).map((item) => ({ ...item, enableWhen: [{ itemId: "gate", operator: "=" as const, value: 1 }] })),
  ],
  optionSets: { answers: unlabelled(0, 1) },
  scales: [
    {
      key: "screen",
      title: "Trauma screen",
      items: numbers(1, 5),
      method: "algorithm",
      algorithm: { kind: "gated-sum", gate: "gate", closedAt: 0 },
      range: { min: 0, max: 5 },
      direction: "lower",
      cutoff: {
        value: 4,
        side: "at or above",
        meaning: "A positive screen; worth a fuller assessment.",
        certainty: "confirmed",
        population: "US veterans",
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
  keyNote:
    "The first question is a gate: a no scores 0 and ends the screen. A cut-off of 4 misses more women than men; 3 misses fewer people and alarms more often.",
  licence: { status: "public", note: "Public domain. Enter the official wording.", wording: "free" },
  validated: true,
  references: ["Prins, A., and others (2016). Journal of General Internal Medicine, 31, 1206–1211."],
} satisfies InstrumentSource);
