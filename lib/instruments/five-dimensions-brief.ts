import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { AGREEMENT, ASSUMED, FIVE_DIMENSIONS_ITEMS, NOW_AND_WISHED } from "@/lib/instruments/five-dimensions";

/** Which statements of the full form stay: three per dimension, one of them reversed. */
const KEPT = {
  emotional: ["emotional-1", "emotional-2", "emotional-3"],
  intellectual: ["intellectual-8", "intellectual-5", "intellectual-9"],
  recreational: ["recreational-1", "recreational-3", "recreational-7"],
  social: ["social-7", "social-8", "social-3"],
  sexual: ["sexual-2", "sexual-3", "sexual-5"],
};

const kept = new Set(Object.values(KEPT).flat());

/** Spearman–Brown for half the statements. Weighed twice, what is true of the scores stays and their error grows by √2. */
const halved = ASSUMED.value / (2 - ASSUMED.value);
const observedSd = ASSUMED.sd * Math.sqrt(ASSUMED.value / halved);

function dimension(key: keyof typeof KEPT, title: string): InstrumentSource["scales"][number] {
  return {
    key,
    title,
    items: KEPT[key],
    method: "sum",
    multiplier: 8,
    range: { min: 0, max: 96 },
    direction: "higher",
    reliability: {
      kind: "assumed",
      value: halved,
      sd: observedSd,
      source:
        "Assumed: the full form’s .70 carried to half its length (Spearman–Brown, .54). Half as many statements scatter more: SD 20.5 rather than 18, and √2 times the full form’s error.",
    },
  };
}

export const fiveDimensionsBrief = parseInstrument({
  key: "five-dimensions-brief",
  version: 3,
  title: "Five Dimensions, brief",
  purpose: "A short look at the five dimensions, for the weeks between the full forms.",
  minutes: 4,
  locale: "en-GB",
  direction: "higher",
  measures: "closeness",
  layout: "one-at-a-time",
  forms: ["now", "wished"],
  stems: NOW_AND_WISHED,
  items: FIVE_DIMENSIONS_ITEMS.filter((item) => kept.has(item.id)),
  optionSets: { agreement: AGREEMENT },
  scales: [
    dimension("emotional", "Emotional"),
    dimension("intellectual", "Intellectual"),
    dimension("recreational", "Recreational"),
    dimension("social", "Social"),
    dimension("sexual", "Sexual"),
  ],
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "Three statements are few: read the brief form as a direction, and judge change on the full form.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [],
} satisfies InstrumentSource);
