import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { numbers, UNWORDED, unlabelled, unworded } from "@/lib/instruments/unworded";

export const who5 = parseInstrument({
  ...UNWORDED,
  key: "who-5",
  title: "WHO-5",
  purpose: "Five items on wellbeing over the last two weeks.",
  minutes: 1,
  direction: "higher",
  measures: "one-person",
  items: unworded(5),
  optionSets: { answers: unlabelled(0, 5) },
  scales: [
    {
      key: "wellbeing",
      title: "Wellbeing",
      items: numbers(1, 5),
      method: "sum",
      multiplier: 4,
      range: { min: 0, max: 100 },
      direction: "higher",
      // A raw sum below 13 is a score below 52.
      cutoff: {
        value: 52,
        side: "below",
        meaning: "Low wellbeing; worth asking about mood.",
        certainty: "unconfirmed",
      },
    },
  ],
  certainty: {
    reversals: "confirmed",
    scales: "confirmed",
    scoring: "confirmed",
    figures: "unconfirmed",
    references: "confirmed",
  },
  licence: {
    status: "conditions",
    note: "Terms may be limited to non-commercial use. Check them before entering the wording.",
    wording: "needed",
  },
  validated: true,
  references: [
    "Topp, C. W., Østergaard, S. D., Søndergaard, S., & Bech, P. (2015). Psychotherapy and Psychosomatics, 84, 167–176.",
  ],
} satisfies InstrumentSource);
