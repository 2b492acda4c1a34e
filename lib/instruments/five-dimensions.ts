import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";

type Statement = [text: string, reversed?: "reversed"];

/** Six statements each, forward and reversed in turn. Every one reads both as what is and as what is wished for. */
const STATEMENTS = {
  emotional: [
    ["When I am sad or scared, I let my partner see it."],
    ["I tell my partner that I am fine when I am not.", "reversed"],
    ["On a hard day, my partner is a comfort to me."],
    ["My partner and I steer clear of talking about feelings.", "reversed"],
    ["My partner asks how I am and wants the real answer."],
    ["I deal with my worries alone, without telling my partner.", "reversed"],
  ],
  intellectual: [
    ["I like to hear how my partner sees the world."],
    ["I stay quiet about what I think, to keep the peace.", "reversed"],
    ["When we disagree, we stay curious about each other."],
    ["Most of our talk is about chores and plans.", "reversed"],
    ["My partner takes my ideas seriously."],
    ["I save the things that fascinate me for other people.", "reversed"],
  ],
  recreational: [
    ["We laugh a lot when we are together."],
    ["Free time with my partner feels like hard work.", "reversed"],
    ["We try things that are new to both of us."],
    ["I would rather spend a free day without my partner.", "reversed"],
    ["We have a game, hobby or habit that belongs to the two of us."],
    ["What one of us does for fun, the other finds dull.", "reversed"],
  ],
  social: [
    ["I am glad to be seen with my partner."],
    ["I keep my partner away from the people in my life.", "reversed"],
    ["Around other people, we look out for each other."],
    ["In a group, I act as if I had come alone.", "reversed"],
    ["People who matter to me have got to know my partner."],
    ["When we are both invited, one of us tends to stay at home.", "reversed"],
  ],
  sexual: [
    ["I can tell my partner which kinds of touch feel good."],
    ["I avoid a hug or a kiss because of what it might lead to.", "reversed"],
    ["If one of us says no to touch or sex, we still feel close."],
    ["Whether we have sex, or how much, is something we do not talk about.", "reversed"],
    ["Being physically close to my partner feels safe."],
    ["My mind goes somewhere else when my partner touches me.", "reversed"],
  ],
  idealised: [
    ["My partner always knows the right thing to say."],
    ["Some of my partner's habits get on my nerves.", "reversed"],
    ["We never let each other down."],
    ["Now and then I am bored with my partner.", "reversed"],
    ["There is nothing about my partner that I would change."],
    ["Sometimes we say things to each other that we regret.", "reversed"],
  ],
} satisfies Record<string, Statement[]>;

type ScaleKey = keyof typeof STATEMENTS;

/** Interleaved, so that no two statements in a row belong to the same scale. */
const ORDER: ScaleKey[] = ["emotional", "recreational", "intellectual", "social", "idealised", "sexual"];

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

export const FIVE_DIMENSIONS_ITEMS: InstrumentSource["items"] = [0, 1, 2, 3, 4, 5].flatMap((turn) =>
  ORDER.flatMap((scale) => {
    const statement: Statement | undefined = STATEMENTS[scale][turn];
    if (!statement) return [];
    const [text, reversed] = statement;
    return [
      {
        id: `${scale}-${turn + 1}`,
        text,
        options: "agreement",
        required: true,
        mayDecline: true,
        reversed: reversed !== undefined,
      },
    ];
  }),
);

function itemsOf(scale: ScaleKey): string[] {
  return STATEMENTS[scale].map((_, i) => `${scale}-${i + 1}`);
}

/** What the full form rests on; the brief form's own follows from it. */
export const ASSUMED = {
  kind: "assumed",
  value: 0.7,
  sd: 18,
  source: "Assumed until there is data: the low end published for six-item scales of this kind.",
} as const;

function dimension(key: ScaleKey, title: string): InstrumentSource["scales"][number] {
  return {
    key,
    title,
    items: itemsOf(key),
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
  version: 2,
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
