import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const csi16 = parseInstrument({
  ...UNWORDED,
  key: "csi-16",
  title: "Couples Satisfaction Index, 16 items (CSI-16)",
  purpose: "Measures how satisfied somebody is with their relationship.",
  minutes: 4,
  direction: "higher",
  measures: "closeness",
  items: unworded(16, { unconfirmed: "all" }).map((item) => (item.id === "1" ? { ...item, options: "first" } : item)),
  optionSets: { first: unlabelled(0, 6), answers: unlabelled(0, 5) },
  scales: [
    {
      key: "satisfaction",
      title: "Relationship satisfaction",
      items: numbers(1, 16),
      method: "sum",
      range: { min: 0, max: 81 },
      direction: "higher",
      cutoff: {
        value: 51.5,
        side: "below",
        meaning: "Suggests distress in the relationship.",
        certainty: "unconfirmed",
      },
    },
  ],
  certainty: {
    reversals: "unconfirmed",
    scales: "confirmed",
    scoring: "confirmed",
    figures: "unconfirmed",
    references: "confirmed",
  },
  keyNote:
    "Enter the values as the form prints them beside each answer. Some already run downwards; do not reverse them again.",
  licence: {
    status: "free",
    note: "Said to be free for clinical use (second-hand). Check the terms that came with your copy.",
    wording: "needed",
  },
  validated: true,
  references: ["Funk, J. L., & Rogge, R. D. (2007). Journal of Family Psychology, 21, 572–583."],
} satisfies InstrumentSource);
