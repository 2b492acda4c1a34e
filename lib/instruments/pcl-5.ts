import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

function cluster(key: string, title: string, first: number, last: number): InstrumentSource["scales"][number] {
  const max = 4 * (last - first + 1);
  return { key, title, items: numbers(first, last), method: "sum", range: { min: 0, max }, direction: "lower" };
}

export const pcl5 = parseInstrument({
  ...UNWORDED,
  version: 2,
  key: "pcl-5",
  title: "PCL-5",
  purpose: "Measures how much a traumatic event has troubled somebody over the last month.",
  minutes: 8,
  direction: "lower",
  measures: "one-person",
  items: unworded(20),
  optionSets: { answers: unlabelled(0, 4) },
  scales: [
    cluster("intrusion", "B: coming back unasked", 1, 5),
    cluster("avoidance", "C: avoiding", 6, 7),
    cluster("mood", "D: thoughts and mood", 8, 14),
    cluster("arousal", "E: on guard", 15, 20),
    {
      ...cluster("total", "Total", 1, 20),
      maxMissing: 2,
      missingSource: "One in ten of the total, none of a cluster (ours).",
      cutoff: {
        value: 31,
        side: "at or above",
        meaning: "31 to 33 is where published cut-offs begin; worth a proper diagnostic interview.",
        certainty: "confirmed",
        population: "US veterans",
      },
      reliability: {
        kind: "published",
        value: null,
        sd: null,
        threshold: 18,
        source:
          "A change of 15 points or more suggests a true one, and one of 18 or more is reliable (Marx and others 2022). The stricter is used here.",
        population: "male US veterans",
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
  licence: { status: "public", note: "Public domain. Enter the official wording.", wording: "free" },
  validated: true,
  references: [
    "Weathers, F. W., and others (2013). The PTSD Checklist for DSM-5. National Center for PTSD.",
    "Marx, B. P., and others (2022). Psychological Assessment, 34: reliable change.",
  ],
} satisfies InstrumentSource);
