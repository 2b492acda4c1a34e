import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";
import { localDate, startOfDayInstant, type Zone } from "@/lib/time/zone";

/** Whose weeks count: every seventh day from `startDate`, before it too, begins at midnight in `zone`. */
export type WeekCalendar = { startDate: LocalDate; zone: Zone };

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

/** One couple, one calendar: the earlier path sets the day. A tie goes to the first. */
export const earlierCalendar = (a: WeekCalendar, b: WeekCalendar): WeekCalendar => (b.startDate < a.startDate ? b : a);
