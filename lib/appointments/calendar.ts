import { firstNamesApart } from "@/lib/first-name";
import { formatList } from "@/lib/format";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { addDays, type LocalDate, readLocalDate, weekday, weekFrom } from "@/lib/time/local-date";
import { localDate, startOfDayInstant, type Zone } from "@/lib/time/zone";

export type CalendarWeek = {
  monday: LocalDate;
  days: LocalDate[];
  before: LocalDate;
  after: LocalDate;
  /** The half-open span of the seven days on the reader's clock. */
  from: Date;
  until: Date;
};

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date));

/** The week that an address names by any of its days; this one where it names none. */
export function calendarWeek(asked: unknown, now: Date, zone: Zone): CalendarWeek {
  const today = localDate(now, zone);
  const monday = mondayOf((typeof asked === "string" && readLocalDate(asked)) || today);
  return {
    monday,
    days: weekFrom(monday),
    before: addDays(monday, -7),
    after: addDays(monday, 7),
    from: startOfDayInstant(monday, zone),
    until: startOfDayInstant(addDays(monday, 7), zone),
  };
}

type Away = { fromDay: LocalDate; untilDay: LocalDate };

/** What is said under a day: that somebody is away, or when they work; null without either. */
export function dayWords(date: LocalDate, hours: WorkingHours | null, absences: readonly Away[]): string | null {
  if (absences.some(({ fromDay, untilDay }) => fromDay <= date && date <= untilDay)) return "Away";
  const span = hours?.[weekday(date) - 1];
  return span ? `${span.from}–${span.to}` : null;
}

type Subject = { name: string; secondName: string | null };

/** “Ines Marchetti”, or “Ines and Dario” of two. */
export const withWhom = ({ name, secondName }: Subject): string =>
  secondName === null ? name : formatList(firstNamesApart([name, secondName]));

/** The same while somebody else looks on: “Record 3 and 4”. */
export const withNumbers = (numbers: readonly number[]): string => `Record ${formatList(numbers.map(String))}`;
