import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const rdas = parseInstrument({
  ...UNWORDED,
  key: "rdas",
  title: "Revised Dyadic Adjustment Scale (RDAS)",
  purpose: "Measures how two people get along: agreement, satisfaction and doing things together.",
  minutes: 4,
  direction: "higher",
  measures: "closeness",
  items: unworded(14, { unconfirmed: "all" }).map((item) =>
    item.id === "11" ? { ...item, options: "eleventh" } : item,
  ),
  optionSets: { answers: unlabelled(0, 5), eleventh: unlabelled(0, 4) },
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
      cutoff: { value: 47.31, side: "below", meaning: "In the range of couples in distress.", certainty: "confirmed" },
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
  keyNote: "Enter the values as the form prints them beside each answer; item 11 has five answers, the others six.",
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
