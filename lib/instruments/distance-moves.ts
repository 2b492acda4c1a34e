import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";

const STRATEGIES = {
  "phantom-ex": {
    title: "The phantom ex",
    statements: [
      "I compared my partner with someone from my past.",
      "I pictured how much easier life would be with a person I used to know.",
      "I daydreamed about someone who got away.",
    ],
  },
  "focusing-on-flaws": {
    title: "Focusing on flaws",
    statements: [
      "My mind went over and over what is wrong with my partner.",
      "Some small thing about my partner put me off for hours.",
      "I counted up reasons why we do not fit.",
    ],
  },
  "lone-wolf": {
    title: "The lone-wolf myth",
    statements: [
      "I told myself that I do best when I need nobody.",
      "I turned down help that I could have used.",
      "I dealt with something big and did not tell my partner.",
    ],
  },
  "withholding-affection": {
    title: "Withholding affection",
    statements: [
      "I held back a kind word or a touch that part of me wanted to give.",
      "I went quiet or cool so that things would not get too close.",
      "I gave or refused affection to make a point.",
    ],
  },
};

const strategies = Object.entries(STRATEGIES);

export const distanceMoves = parseInstrument({
  key: "distance-moves",
  version: 1,
  title: "Distance moves",
  purpose: "Counts four common ways of keeping somebody at arm's length, so that they can be noticed and named.",
  minutes: 3,
  locale: "en-GB",
  direction: "lower",
  measures: "one-person",
  layout: "one-at-a-time",
  forms: ["now"],
  stems: {
    now: "Everybody steps back at times. How often did each of these happen in the last seven days? Saying no to touch that you do not want is never one of them.",
  },
  items: [0, 1, 2].flatMap((turn) =>
    strategies.flatMap(([key, { statements }]) => {
      const text = statements[turn];
      return text === undefined
        ? []
        : [{ id: `${key}-${turn + 1}`, text, options: "how-often", required: true, mayDecline: true }];
    }),
  ),
  optionSets: {
    "how-often": [
      { value: 0, label: "Not at all" },
      { value: 1, label: "Once" },
      { value: 2, label: "A few times" },
      { value: 3, label: "Most days" },
      { value: 4, label: "Every day" },
    ],
  },
  scales: strategies.map(([key, { title, statements }]) => ({
    key,
    title,
    items: statements.map((_, i) => `${key}-${i + 1}`),
    method: "sum" as const,
    range: { min: 0, max: 12 },
    direction: "lower" as const,
  })),
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "Counts of a week, not a trait. There is no figure for measurement error yet.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [],
} satisfies InstrumentSource);
