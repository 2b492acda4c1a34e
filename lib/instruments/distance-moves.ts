import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { interleaved, type StatementLine, statementItems } from "@/lib/instruments/statements";

/** One thing in each. Statements of a new meaning have a new id. */
const STRATEGIES: Record<string, { title: string; statements: readonly StatementLine[] }> = {
  "phantom-ex": {
    title: "The phantom ex",
    statements: [
      ["phantom-ex-1", "I compared my partner with someone from my past."],
      ["phantom-ex-2", "I pictured how much easier life would be with a person I used to know."],
      ["phantom-ex-3", "I daydreamed about a former partner."],
    ],
  },
  "focusing-on-flaws": {
    title: "Focusing on flaws",
    statements: [
      ["focusing-on-flaws-1", "My mind went over and over what is wrong with my partner."],
      ["focusing-on-flaws-2", "Some small thing about my partner put me off for hours."],
      ["focusing-on-flaws-3", "I counted up reasons why we do not fit."],
    ],
  },
  "lone-wolf": {
    title: "The lone-wolf myth",
    statements: [
      ["lone-wolf-1", "I told myself that I do best when I need nobody."],
      ["lone-wolf-2", "I turned down help that I could have used."],
      ["lone-wolf-3", "I went through something big without telling my partner."],
    ],
  },
  "withholding-affection": {
    title: "Withholding affection",
    statements: [
      ["withholding-affection-1", "I held back a kind word or a touch that part of me wanted to give."],
      ["withholding-affection-2", "I went quiet or cool so that things would not get too close."],
      ["withholding-affection-4", "I held affection back to make a point."],
    ],
  },
};

const strategies = Object.entries(STRATEGIES);

export const distanceMoves = parseInstrument({
  key: "distance-moves",
  version: 2,
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
  items: interleaved(strategies.map(([, { statements }]) => statementItems(statements, "how-often"))),
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
    items: statements.map(([id]) => id),
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
