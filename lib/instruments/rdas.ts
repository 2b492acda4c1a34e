import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unlabelledDown, unworded } from "@/lib/instruments/unworded";

/** Four printed formats, each with labels of its own: agreement, trouble, one question by itself, and occasions. */
function format(printed: number): string {
  if (printed <= 6) return "agreement";
  if (printed <= 10) return "trouble";
  return printed === 11 ? "eleventh" : "occasions";
}

export const rdas = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "rdas",
  title: "Revised Dyadic Adjustment Scale (RDAS)",
  purpose: "Measures how two people get along: agreement, satisfaction and doing things together.",
  minutes: 4,
  direction: "higher",
  measures: "closeness",
  items: unworded(14, { unconfirmed: "all" }).map((item) => ({ ...item, options: format(Number(item.id)) })),
  optionSets: {
    agreement: unlabelledDown(0, 5),
    trouble: unlabelled(0, 5),
    eleventh: unlabelledDown(0, 4),
    occasions: unlabelled(0, 5),
  },
  scales: [
    {
      key: "consensus",
      title: "Consensus",
      items: numbers(1, 6),
      method: "sum",
      range: { min: 0, max: 30 },
      direction: "higher",
    },
    {
      key: "satisfaction",
      title: "Satisfaction",
      items: numbers(7, 10),
      method: "sum",
      range: { min: 0, max: 20 },
      direction: "higher",
    },
    {
      key: "cohesion",
      title: "Cohesion",
      items: numbers(11, 14),
      method: "sum",
      range: { min: 0, max: 19 },
      direction: "higher",
    },
    {
      key: "total",
      title: "Adjustment",
      items: numbers(1, 14),
      method: "sum",
      range: { min: 0, max: 69 },
      direction: "higher",
      cutoff: {
        value: 47.31,
        side: "below",
        meaning: "In the range of couples in distress.",
        certainty: "unconfirmed",
      },
      reliability: {
        kind: "published",
        value: null,
        sd: null,
        threshold: 11.58,
        source: "Reliable change of 11.58 (Anderson and others 2014).",
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
    "Four lists of answers: for questions 1 to 6, 7 to 10, 11, and 12 to 14. Enter each as your copy prints it, and check the values beside it. The cut-off was read at its source; it rests on a count that was not.",
  licence: {
    status: "permission",
    note: "Copyrighted. Ask for permission before entering the wording.",
    wording: "needed",
  },
  validated: true,
  references: [
    "Busby, D. M., Christensen, C., Crane, D. R., & Larson, J. H. (1995). Journal of Marital and Family Therapy, 21, 289–308.",
    "Anderson, S. R., and others (2014). Journal of Marital and Family Therapy, 40, 525–534: cut-off and reliable change.",
  ],
} satisfies InstrumentSource);
