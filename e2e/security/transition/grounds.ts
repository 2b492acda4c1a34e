import { writesTo } from "./acts";

/** In the questions for somebody who was never asked, and in those about the time since. */
export const afraid = { fear: 1, "fear-since": 1 };
/** A stop that says nothing of violence: the other’s account cannot differ from it. */
export const hemmedIn = { "on-guard": 3, "hemmed-in-since": 3 };
export const ownHarm = { "own-harm": 1, "own-harm-since": 2 };

/** From the end of week 3, first asked more than three weeks before phase 2: its eve is day 24, weeks begin on 21, 28 and 35. */
export const atAnEve = { day: 20 };
/** From the second day of week 2: nothing is asked by the calendar, and weeks begin on days 14 and 21. */
export const inAPhase = { day: 8 };

export const messages = [
  [8, "11:00", writesTo("mara")],
  [8, "11:00", writesTo("teo")],
] as const;
