import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** An IANA time zone name such as "Europe/London". */
export type Zone = string;

/** True when the runtime knows the zone by this name. Offsets such as "+02:00" are not zones: they never change the clock. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.PlainDate.from("2026-01-01").toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

/** Schema for a zone that came from outside. */
export const zoneSchema = z.string().max(64).refine(isZone, "Choose a time zone from the list");

function instantOf(instant: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime());
}

/** The calendar date that a clock on the wall in `zone` shows at `instant`. Throws a RangeError for an unknown zone. */
export function localDate(instant: Date, zone: Zone): LocalDate {
  return instantOf(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The wall-clock hour (0–23) in `zone` at `instant`. */
export function localHour(instant: Date, zone: Zone): number {
  return instantOf(instant).toZonedDateTimeISO(zone).hour;
}

/**
 * The first instant of `date` in `zone`. Where the clock jumps over midnight (Beirut, Havana) the day
 * starts at the first minute that exists.
 */
export function startOfDayInstant(date: LocalDate, zone: Zone): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/** The first instant after `date` in `zone`: a day is the half-open span from its start to this. */
export function endOfDayInstant(date: LocalDate, zone: Zone): Date {
  return startOfDayInstant(addDays(date, 1), zone);
}

/**
 * The instant at which the wall clock in `zone` shows `date` `time` ("HH:MM"). A time that is skipped by
 * daylight saving moves forward by the gap; one that happens twice means the first.
 */
export function localInstant(date: LocalDate, time: string, zone: Zone): Date {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: "compatible" });
  return new Date(zoned.epochMilliseconds);
}

/** The place that names a zone, as people say it: "New York". */
export const placeOfZone = (zone: Zone): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
