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
  /** The first history and something that is meant to be seen: on every view, in answers and by letter it has to be found. */
  control: readonly Moment[];
  looks: readonly Look[];
  /**
   * What `npm test` has time for; a family without looks is lived by `npm run proof transition` alone. `formsOfControl`: there
   * the control sends its forms as well, so that comparing answers to them is seen to tell histories apart. `everyWay`: there
   * what is fetched ahead of a tap is compared as well.
   */
  chosen: { histories: readonly string[]; looks: readonly number[]; formsOfControl?: true; everyWay?: true };
  /** The page where something was given, on which its own person may see it. */
  except?: RegExp;
  /** The one change that is meant to be seen: whether it has to be seen at this moment. */
  isMeant?: (history: string, day: number) => boolean;
  /** What such a change may show on, and nothing else. */
  shows?: RegExp;
  /** From then on nobody is named who was named before, by what the looker's pages called them. */
  forgets?: Partial<Record<View, RegExp>>;
  /** The history that this one has to be like at this moment, where that is not the first. */
  like?: (history: string, day: number) => string | undefined;
  /** Where the letters of one history may be fewer than those of another: then each has both or neither. */
  letters?: "both-or-neither";
};
