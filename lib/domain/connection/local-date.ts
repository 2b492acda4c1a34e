import { Temporal } from "temporal-polyfill";

/**
 * Days from one local date to another ("YYYY-MM-DD"); negative when `date` comes first. Calendar days, so daylight saving
 * moves nothing. Throws a RangeError for anything that is not a date.
 */
export function daysBetween(start: string, date: string): number {
  return Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(date), { largestUnit: "day" }).days;
}
