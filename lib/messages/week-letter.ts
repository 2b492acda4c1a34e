import type { WorkingHours } from "@/lib/identity/working-hours";
import { type LocalDate, weekday } from "@/lib/time/local-date";
import { localDate, localInstant, type Zone } from "@/lib/time/zone";
import { MORNING_HOUR } from "./letter-timing";
import { lateMinutes } from "./own-reminders";

/** The letter at the beginning of a week comes, or it does not. */
export const weekTimings = ["morning", "off"] as const;

/** How much waits for one therapist. Nothing about safety: that has letters of its own, at once. */
export type WeekCounts = { messages: number; reflections: number; answers: number };

export const isQuietWeek = ({ messages, reflections, answers }: WeekCounts): boolean =>
  messages + reflections + answers === 0;

/**
 * The day whose letter is due now, null at every other moment. On the first working day of a week, as the hours begin, by the
 * reader's own clock; without hours on Monday at eight. One that would come later than two hours after that is not written.
 */
export function weekLetterDay(hours: WorkingHours | null, now: Date, zone: Zone): LocalDate | null {
  const today = localDate(now, zone);
  const first = hours?.findIndex((day) => day !== null) ?? -1;
  const from = hours?.[first]?.from ?? `0${MORNING_HOUR}:00`;
  if (weekday(today) !== Math.max(0, first) + 1) return null;
  const late = now.getTime() - localInstant(today, from, zone).getTime();
  return late >= 0 && late < lateMinutes * 60_000 ? today : null;
}
