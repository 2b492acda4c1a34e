import type { Act } from "./acts";
import type { Ground } from "./side";
import type { View } from "./views";

/** An act with its place in time: a day of the path and an hour. */
export type Moment = readonly [day: number, time: string, act: Act];
export type Look = readonly [day: number, time: string];

/** Histories that differ only in what must not be seen, or be seen only where it is meant to. */
export type Family = {
  name: string;
  ground: Ground;
  views: readonly View[];
  /** What all of them have in common. */
  before: readonly Moment[];
  /** The first is the one with which each of the others is compared. */
  histories: Readonly<Record<string, readonly Moment[]>>;
  /** The first history and something that is meant to be seen: on every view it has to be found. */
  control: readonly Moment[];
  looks: readonly Look[];
  /** What `npm test` has time for; a family without looks is lived by `npm run proof transition` alone. */
  chosen: { histories: readonly string[]; looks: readonly number[] };
  /** The page where something was given, on which its own person may see it. */
  except?: RegExp;
  /** Whether this history has to look different at this moment: the one change that is meant to be seen. */
  isMeant?: (history: string, day: number) => boolean;
  /** Where the letters of one history may be fewer than those of another: then each has both or neither. */
  letters?: "both-or-neither";
};
