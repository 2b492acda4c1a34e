import { addDays, type LocalDate } from "@/lib/time/local-date";

/** From how many days one is drawn. */
export const DRAWN_DAYS = 35;
const FIRST_AFTER_DAYS = 14;

/**
 * The day of the one check that no phase asks for: part of every couple's path, so that a check between two phases tells
 * nobody anything. `draw` is a whole number from 0 up to `DRAWN_DAYS`; the day is 14 to 48 days after the link.
 */
export const drawnCheckDay = (linkedOn: LocalDate, draw: number): LocalDate =>
  addDays(linkedOn, FIRST_AFTER_DAYS + draw);
