import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";
import { localDate, startOfDayInstant, type Zone } from "@/lib/time/zone";

/** Whose weeks count: every seventh day from `startDate`, before it too, begins at midnight in `zone`. */
export type WeekCalendar = { startDate: LocalDate; zone: Zone };

/** A Monday long ago: the weeks of somebody who has no path yet. */
const NO_PATH: LocalDate = "2024-01-01";

/** The first day of the practice week that contains the local date of `at`. */
export function weekFirstDay({ startDate, zone }: WeekCalendar, at: Date): LocalDate {
  const today = localDate(at, zone);
  return addDays(today, -(((daysBetween(startDate, today) % 7) + 7) % 7));
}

/** The instant at which the practice week of `at` began. */
export const weekBegan = (calendar: WeekCalendar, at: Date): Date =>
  startOfDayInstant(weekFirstDay(calendar, at), calendar.zone);

/** The instant at which the next practice week begins; always after `at`. */
export const nextWeekBegins = (calendar: WeekCalendar, at: Date): Date =>
  startOfDayInstant(addDays(weekFirstDay(calendar, at), 7), calendar.zone);

/** The first day of the first practice week that begins on `day` or after it. */
export function weekFrom({ startDate }: Pick<WeekCalendar, "startDate">, day: LocalDate): LocalDate {
  return addDays(day, ((daysBetween(day, startDate) % 7) + 7) % 7);
}

/**
 * The weeks of one person, or of two together: the earlier path sets the day. `zone` is that of one person, or the one that a
 * couple was given when it was linked. Neither zone of two people may stand here: then one could read the other's weeks off it.
 */
export const calendarOf = (starts: readonly (LocalDate | null)[], zone: Zone): WeekCalendar => ({
  startDate: starts.filter((start) => start !== null).sort()[0] ?? NO_PATH,
  zone,
});
