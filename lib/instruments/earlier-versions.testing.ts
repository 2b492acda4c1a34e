import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { distanceMoves } from "@/lib/instruments/distance-moves";
import { type DimensionScale, fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { interleaved, type StatementLine, statementItems } from "@/lib/instruments/statements";

/** What became of a statement of the version before: nothing, other words for the same thing, or another statement. */
type Fate = "kept" | "reworded" | `now ${string}`;
type Earlier = readonly [text: string, reversed: boolean, fate: Fate];

const kept = (text: string, reversed = false): Earlier => [text, reversed, "kept"];
const reworded = (text: string, reversed = false): Earlier => [text, reversed, "reworded"];
const replaced = (id: string, text: string, reversed = false): Earlier => [text, reversed, `now ${id}`];

const dimensionsBefore: Record<DimensionScale, readonly Earlier[]> = {
  emotional: [
    kept("When I am sad or scared, I let my partner see it."),
    reworded("I tell my partner that I am fine when I am not.", true),
    kept("On a hard day, my partner is a comfort to me."),
    reworded("My partner and I steer clear of talking about feelings.", true),
    reworded("My partner asks how I am and wants the real answer."),
    reworded("I deal with my worries alone, without telling my partner.", true),
  ],
  intellectual: [
    replaced("intellectual-7", "I like to hear how my partner sees the world."),
    replaced("intellectual-8", "I stay quiet about what I think, to keep the peace.", true),
    kept("When we disagree, we stay curious about each other."),
    kept("Most of our talk is about chores and plans.", true),
    kept("My partner takes my ideas seriously."),
    replaced("intellectual-9", "I save the things that fascinate me for other people.", true),
  ],
  recreational: [
    kept("We laugh a lot when we are together."),
    kept("Free time with my partner feels like hard work.", true),
    kept("We try things that are new to both of us."),
    replaced("recreational-7", "I would rather spend a free day without my partner.", true),
    kept("We have a game, hobby or habit that belongs to the two of us."),
    replaced("recreational-8", "What one of us does for fun, the other finds dull.", true),
  ],
  social: [
    replaced("social-7", "I am glad to be seen with my partner."),
    replaced("social-8", "I keep my partner away from the people in my life.", true),
    kept("Around other people, we look out for each other."),
    replaced("social-9", "In a group, I act as if I had come alone.", true),
    replaced("social-10", "People who matter to me have got to know my partner."),
    replaced("social-11", "When we are both invited, one of us tends to stay at home.", true),
  ],
  sexual: [
    kept("I can tell my partner which kinds of touch feel good."),
    kept("I avoid a hug or a kiss because of what it might lead to.", true),
    kept("If one of us says no to touch or sex, we still feel close."),
    reworded("Whether we have sex, or how much, is something we do not talk about.", true),
    kept("Being physically close to my partner feels safe."),
    kept("My mind goes somewhere else when my partner touches me.", true),
  ],
  idealised: [
    kept("My partner always knows the right thing to say."),
    reworded("Some of my partner's habits get on my nerves.", true),
    reworded("We never let each other down."),
    kept("Now and then I am bored with my partner.", true),
    reworded("There is nothing about my partner that I would change."),
    kept("Sometimes we say things to each other that we regret.", true),
  ],
};

const movesBefore: Record<string, readonly Earlier[]> = {
  "phantom-ex": [
    kept("I compared my partner with someone from my past."),
    kept("I pictured how much easier life would be with a person I used to know."),
    reworded("I daydreamed about someone who got away."),
  ],
  "focusing-on-flaws": [
    kept("My mind went over and over what is wrong with my partner."),
    kept("Some small thing about my partner put me off for hours."),
    kept("I counted up reasons why we do not fit."),
  ],
  "lone-wolf": [
    kept("I told myself that I do best when I need nobody."),
    kept("I turned down help that I could have used."),
    reworded("I dealt with something big and did not tell my partner."),
  ],
  "withholding-affection": [
    kept("I held back a kind word or a touch that part of me wanted to give."),
    kept("I went quiet or cool so that things would not get too close."),
    replaced("withholding-affection-4", "I gave or refused affection to make a point."),
  ],
};

const idOf = (scale: string, i: number) => `${scale}-${i + 1}`;
const linesOf = (scale: string, all: readonly Earlier[]): StatementLine[] =>
  all.map(([text, reversed], i) => (reversed ? [idOf(scale, i), text, "reversed"] : [idOf(scale, i), text]));

/** The table from old to new: the id that each statement had, and what became of it. */
const fatesIn = (table: Record<string, readonly Earlier[]>): ReadonlyMap<string, Fate> =>
  new Map(Object.entries(table).flatMap(([scale, all]) => all.map(([, , fate], i) => [idOf(scale, i), fate] as const)));

const groupsOf = (table: Record<string, readonly Earlier[]>, order: readonly string[], options: string) =>
  interleaved(order.map((scale) => statementItems(linesOf(scale, table[scale] ?? []), options)));

const before = (now: Instrument, version: number, items: unknown, keptIds?: Record<string, readonly string[]>) =>
  parseInstrument({
    ...now,
    version,
    items,
    scales: now.scales.map((scale) => ({
      ...scale,
      items: keptIds?.[scale.key] ?? scale.items.map((_, i) => idOf(scale.key, i)),
    })),
  });

const order = ["emotional", "recreational", "intellectual", "social", "idealised", "sexual"];
const allItems = groupsOf(dimensionsBefore, order, "agreement");
const keptIds = {
  emotional: ["emotional-1", "emotional-2", "emotional-3"],
  intellectual: ["intellectual-2", "intellectual-5", "intellectual-6"],
  recreational: ["recreational-1", "recreational-3", "recreational-4"],
  social: ["social-2", "social-3", "social-4"],
  sexual: ["sexual-2", "sexual-3", "sexual-5"],
};
const inBrief = new Set(Object.values(keptIds).flat());

/** Each with the version before it as it shipped, and what became of its statements. */
export const fiveDimensionsBefore = before(fiveDimensions, 2, allItems);
export const fiveDimensionsBriefBefore = before(
  fiveDimensionsBrief,
  2,
  allItems.filter(({ id }) => inBrief.has(id)),
  keptIds,
);
export const distanceMovesBefore = before(
  distanceMoves,
  1,
  groupsOf(movesBefore, Object.keys(movesBefore), "how-often"),
);

export const earlierVersions = [
  { now: fiveDimensions, before: fiveDimensionsBefore, hash: "d53c5093e843", fates: fatesIn(dimensionsBefore) },
  {
    now: fiveDimensionsBrief,
    before: fiveDimensionsBriefBefore,
    hash: "331de538d741",
    fates: fatesIn(dimensionsBefore),
  },
  { now: distanceMoves, before: distanceMovesBefore, hash: "710ad868927c", fates: fatesIn(movesBefore) },
];
