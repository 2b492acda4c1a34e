import { writesTo } from "./acts";

export const afraid = { fear: 1 };

/** From the second day of week 4: the eve of a phase is day 24, and weeks begin on days 28 and 35. */
export const atAnEve = { day: 22 };
/** From the second day of week 2: nothing is asked by the calendar, and weeks begin on days 14 and 21. */
export const inAPhase = { day: 8 };

export const messages = [
  [9, "16:00", writesTo("mara")],
  [9, "16:00", writesTo("teo")],
] as const;
