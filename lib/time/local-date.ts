import { z } from "zod";

/**
 * A clinical day: a calendar date without a time or a zone, written "YYYY-MM-DD" (years 1900 to 2200).
 * ISO dates sort as text, so `a < b` compares two of them. All arithmetic here is on the proleptic
 * Gregorian calendar and knows nothing of zones: daylight saving cannot move a day.
 */
export type LocalDate = string;

const DAY = 86_400_000;
// Writing a date is most of the cost of a path, and a practice lives in the same few hundred days.
const written = new Map<number, LocalDate>();
const read = new Map<LocalDate, number>();
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar date in the shape "YYYY-MM-DD": "2028-02-29" is one, "2027-02-29" is not. */
export function isLocalDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  if (year < 1900 || year > 2200) return false;
  const ms = Date.UTC(year, Number(parts[2]) - 1, Number(parts[3]));
  return fromEpochDay(ms / DAY) === text;
}

/** Schema for a local date that came from outside; `sentence` is what a person reads without one. */
export const localDateOr = (sentence: string) => z.string(sentence).refine(isLocalDate, sentence);
export const localDateSchema = localDateOr("Write the date as year, month, day");

/** A text of an address as a local date; null for any other text. */
export const readLocalDate = (text: string): LocalDate | null => (isLocalDate(text) ? text : null);

/** Days since 1970-01-01. Throws a RangeError for a text that is not a local date. */
export function toEpochDay(date: LocalDate): number {
  const known = read.get(date);
  if (known !== undefined) return known;
  const parts = SHAPE.exec(date);
  if (!parts) throw new RangeError(`Not a local date: ${date}`);
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY;
  if (read.size < 40_000) read.set(date, day);
  return day;
}

/** The local date that lies so many whole days after 1970-01-01 (before it when negative). */
export function fromEpochDay(day: number): LocalDate {
  const known = written.get(day);
  if (known) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  if (written.size < 40_000) written.set(day, date);
  return date;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The date `weeks` weeks later, on the same weekday. */
export function addWeeks(date: LocalDate, weeks: number): LocalDate {
  return addDays(date, weeks * 7);
}

/** Whole days from `from` to `to`; negative when `to` is earlier, 0 on the same day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** Every date from `first` to `last`, both included; empty when `last` is earlier. */
export function datesFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const start = toEpochDay(first);
  const count = toEpochDay(last) - start + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => fromEpochDay(start + i));
}

/** The seven dates of the week that starts on `first`. */
export function weekFrom(first: LocalDate): LocalDate[] {
  return datesFrom(first, addDays(first, 6));
}
