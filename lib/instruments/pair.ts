import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

const TITLES = {
  emotional: "Emotional",
  social: "Social",
  sexual: "Sexual",
  intellectual: "Intellectual",
  recreational: "Recreational",
  conventionality: "Conventionality",
};

const source = "Schaefer & Olson (1981), alpha only, second-hand; no standard deviation, so no reliable change.";

export const pair = parseInstrument({
  ...UNWORDED,
  key: "pair",
  title: "PAIR",
  purpose:
    "Compares intimacy as it is with intimacy as it should be, in five areas. The gap is what counts; there are no norms.",
  minutes: 15,
  direction: "higher",
  measures: "closeness",
  forms: ["now", "wished"],
  stems: { now: null, wished: null },
  items: unworded(36, {
    reversed: [8, 9, 10, 11, 12, 13, 14, 16, 21, 22, 25, 28, 29, 31, 32, 33, 36],
    unconfirmed: "all",
  }),
  optionSets: { answers: unlabelled(0, 4) },
  scales: Object.entries(TITLES).map(([key, title], i) => ({
    key,
    title,
    // The scales take turns: every sixth item, starting at its own place.
    items: numbers(0, 5).map((turn) => String(Number(turn) * 6 + i + 1)),
    method: "sum" as const,
    multiplier: 4,
    range: { min: 0, max: 96 },
    ...(key === "conventionality"
      ? {
          direction: "neither" as const,
          role: "idealised" as const,
          reliability: { kind: "published" as const, value: 0.8, sd: null, source },
        }
      : { direction: "higher" as const, reliability: { kind: "published" as const, value: 0.726, sd: null, source } }),
  })),
  certainty: {
    reversals: "confirmed",
    scales: "unconfirmed",
    scoring: "unconfirmed",
    figures: "unconfirmed",
    references: "confirmed",
  },
  keyNote:
    "The reversals are confirmed; which scale an item belongs to, and the sum times 4, are recalled. The five areas did not hold up as separate factors: treat them as topics.",
  licence: {
    status: "permission",
    note: "Copyrighted. Ask the authors for permission before entering the wording.",
    wording: "needed",
  },
  validated: true,
  references: ["Schaefer, M. T., & Olson, D. H. (1981). Journal of Marital and Family Therapy, 7, 47–60."],
} satisfies InstrumentSource);
