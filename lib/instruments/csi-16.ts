import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unlabelledDown, unworded } from "@/lib/instruments/unworded";

/** Pairs of adjectives, by question: the friendly one stands on the left of those that are printed downwards. */
const PAIRS = { 11: "down", 12: "up", 13: "down", 14: "down", 15: "up", 16: "down" } as const;

function format(printed: number): string {
  if (printed === 1) return "happiness";
  if (printed === 2) return "frequency";
  if (printed <= 6) return "truth";
  return printed <= 10 ? "extent" : `pair-${printed}`;
}

export const csi16 = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "csi-16",
  title: "Couples Satisfaction Index, 16 items (CSI-16)",
  purpose: "Measures how satisfied somebody is with their relationship.",
  minutes: 4,
  direction: "higher",
  measures: "closeness",
  items: unworded(16, { unconfirmed: "all" }).map((item) => ({ ...item, options: format(Number(item.id)) })),
  optionSets: {
    happiness: unlabelled(0, 6),
    frequency: unlabelledDown(0, 5),
    truth: unlabelled(0, 5),
    extent: unlabelled(0, 5),
    ...Object.fromEntries(
      Object.entries(PAIRS).map(([printed, way]) => [
        format(Number(printed)),
        way === "up" ? unlabelled(0, 5) : unlabelledDown(0, 5),
      ]),
    ),
  },
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
    "Each list of answers stands in the order that the form is recalled to print, with its values beside it: compare them with your copy. Some run downwards; do not reverse them again. Of a pair of adjectives only the ends have words: write the figures between them as they are printed.",
  licence: {
    status: "free",
    note: "Said to be free for clinical use (second-hand). Check the terms that came with your copy.",
    wording: "needed",
  },
  validated: true,
  references: ["Funk, J. L., & Rogge, R. D. (2007). Journal of Family Psychology, 21, 572–583."],
} satisfies InstrumentSource);
