import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

/** Each question has anchors of its own, so each has a list of its own. */
const format = (printed: string) => `question-${printed}`;

export const ras = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "ras",
  title: "Relationship Assessment Scale (RAS)",
  purpose: "Seven items on how content somebody is with their relationship.",
  minutes: 2,
  direction: "higher",
  measures: "closeness",
  items: unworded(7, { reversed: [4, 7], unconfirmed: "all" }).map((item) => ({ ...item, options: format(item.id) })),
  optionSets: Object.fromEntries(numbers(1, 7).map((printed) => [format(printed), unlabelled(1, 5)])),
  scales: [
    {
      key: "satisfaction",
      title: "Relationship satisfaction",
      items: numbers(1, 7),
      method: "mean",
      range: { min: 1, max: 5 },
      direction: "higher",
      reliability: {
        kind: "published",
        value: 0.86,
        sd: null,
        source: "Hendrick (1988), alpha; no standard deviation, so no reliable change.",
      },
    },
  ],
  certainty: {
    reversals: "unconfirmed",
    scales: "unconfirmed",
    scoring: "unconfirmed",
    figures: "confirmed",
    references: "confirmed",
  },
  keyNote:
    "Each question has its own list of five answers. Published cut-offs exist (Hendrick and others 1998); they are not included, because nobody here has read them at the source.",
  licence: { status: "ask", note: "Ask the author before use.", wording: "needed" },
  validated: true,
  references: ["Hendrick, S. S. (1988). Journal of Marriage and the Family, 50, 93–98."],
} satisfies InstrumentSource);
