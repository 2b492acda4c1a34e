import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { interleaved, type StatementLine, statementItems } from "@/lib/instruments/statements";

/**
 * Six statements each, about one thing each, without a “not” in those that count the other way round: to disagree with one
 * would say no twice. Every one reads both as what is and as what is wished for, the idealised picture apart. Social
 * closeness is asked of couples too who cannot be seen together.
 */
export const STATEMENTS = {
  emotional: [
    ["emotional-1", "When I am sad or scared, I let my partner see it."],
    ["emotional-2", "I tell my partner that I am fine while I feel bad.", "reversed"],
    ["emotional-3", "On a hard day, my partner is a comfort to me."],
    ["emotional-4", "My partner and I avoid talking about feelings.", "reversed"],
    ["emotional-5", "My partner wants the real answer when asking how I am."],
    ["emotional-6", "I keep my worries from my partner.", "reversed"],
  ],
  intellectual: [
    ["intellectual-7", "I know how my partner sees the world."],
    ["intellectual-8", "I keep my opinions to myself.", "reversed"],
    ["intellectual-3", "When we disagree, we stay curious about each other."],
    ["intellectual-4", "Most of our talk is about chores and plans.", "reversed"],
    ["intellectual-5", "My partner takes my ideas seriously."],
    ["intellectual-9", "I tell my partner about things that interest me."],
  ],
  recreational: [
    ["recreational-1", "We laugh a lot when we are together."],
    ["recreational-2", "Free time with my partner feels like hard work.", "reversed"],
    ["recreational-3", "We try things that are new to both of us."],
    ["recreational-7", "We spend our free days apart.", "reversed"],
    ["recreational-5", "We have a game, hobby or habit that belongs to the two of us."],
    ["recreational-8", "There are things that both of us find fun."],
  ],
  social: [
    ["social-7", "My partner and I have friends in common."],
    ["social-8", "When other people are there, I feel alone beside my partner.", "reversed"],
    ["social-3", "Around other people, we look out for each other."],
    ["social-9", "Time with other people pulls us apart.", "reversed"],
    ["social-10", "People whom I trust know us both."],
    ["social-11", "I feel that my partner and I are a team."],
  ],
  sexual: [
    ["sexual-1", "I can tell my partner which kinds of touch feel good."],
    ["sexual-2", "I avoid a hug or a kiss because of what it might lead to.", "reversed"],
    ["sexual-3", "If one of us says no to touch or sex, we still feel close."],
    ["sexual-4", "We avoid talking about sex.", "reversed"],
    ["sexual-5", "Being physically close to my partner feels safe."],
    ["sexual-6", "My mind goes somewhere else when my partner touches me.", "reversed"],
  ],
  idealised: [
    ["idealised-1", "My partner always knows the right thing to say."],
    ["idealised-2", "Some of my partner’s habits annoy me.", "reversed"],
    ["idealised-3", "We can always count on each other."],
    ["idealised-4", "Now and then I am bored with my partner.", "reversed"],
    ["idealised-5", "I would keep everything about my partner as it is."],
    ["idealised-6", "Sometimes we say things to each other that we regret.", "reversed"],
  ],
} satisfies Record<string, StatementLine[]>;

export type DimensionScale = keyof typeof STATEMENTS;

export const AGREEMENT = [
  { value: 0, label: "Strongly disagree" },
  { value: 1, label: "Disagree" },
  { value: 2, label: "In between" },
  { value: 3, label: "Agree" },
  { value: 4, label: "Strongly agree" },
];

export const NOW_AND_WISHED = {
  now: "How it is now. Think of the last two weeks with your partner.",
  wished: "How you wish it were. There is no right answer, only yours.",
};

/** Going away in one’s mind under touch is a sign that a score does not show. */
const AWAY = {
  atLeast: 4,
  sentence:
    "The mind goes elsewhere at a partner’s touch: strongly agreed. Ask about it alone before any exercise of touch.",
};

const asked = (scale: DimensionScale) => statementItems(STATEMENTS[scale], "agreement");

export const FIVE_DIMENSIONS_ITEMS: InstrumentSource["items"] = interleaved([
  asked("emotional"),
  asked("recreational"),
  asked("intellectual"),
  asked("social"),
  statementItems(STATEMENTS.idealised, "agreement", { forms: ["now"] }),
  asked("sexual").map((item) => (item.id === "sexual-6" ? { ...item, flag: AWAY } : item)),
]);

/** What the full form rests on; the brief form's own follows from it. */
export const ASSUMED = {
  kind: "assumed",
  value: 0.7,
  sd: 18,
  source: "Assumed until there is data: the low end published for six-item scales of this kind.",
} as const;

function dimension(key: DimensionScale, title: string): InstrumentSource["scales"][number] {
  return {
    key,
    title,
    items: STATEMENTS[key].map(([id]) => id),
    method: "sum",
    multiplier: 4,
    range: { min: 0, max: 96 },
    maxMissing: 1,
    missingSource: "One of six (ours).",
    direction: "higher",
    reliability: ASSUMED,
  };
}

export const fiveDimensions = parseInstrument({
  key: "five-dimensions",
  version: 3,
  title: "Five Dimensions",
  purpose: "Shows how close two people are in five parts of life, and how close each would like to be.",
  minutes: 10,
  locale: "en-GB",
  direction: "higher",
  measures: "closeness",
  layout: "one-at-a-time",
  forms: ["now", "wished"],
  stems: NOW_AND_WISHED,
  items: FIVE_DIMENSIONS_ITEMS,
  optionSets: { agreement: AGREEMENT },
  scales: [
    dimension("emotional", "Emotional"),
    dimension("intellectual", "Intellectual"),
    dimension("recreational", "Recreational"),
    dimension("social", "Social"),
    dimension("sexual", "Sexual"),
    { ...dimension("idealised", "Idealised picture"), direction: "neither", role: "idealised" },
  ],
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "The five are topics to talk about, not independent factors. What counts is the gap between now and wished.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [
    "Shaped after the idea of the PAIR (Schaefer & Olson 1981), with wording of its own and no claim to its figures.",
  ],
} satisfies InstrumentSource);
