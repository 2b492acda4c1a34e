import { addDays } from "@/lib/time/local-date";
import { localDate, localHour, localInstant, type Zone } from "@/lib/time/zone";
import { isHourKind, type LetterKind } from "./letter-kinds";
import { isQuiet, lateMinutes, type ReminderChoice } from "./own-reminders";

/**
 * What a device may be told of besides the letter. Never a check, an event, or anything of a sign-in: those are told as they
 * are told to everybody, so that a note on a screen means none of them.
 */
export const pushedKinds = [
  ...["again", "asked-again", "assessment", "assigned", "due", "overdue", "message", "start"],
  ...["check-hour", "exercise-hour"],
] as const satisfies readonly string[] as readonly LetterKind[];

export const isPushed = (kind: LetterKind): boolean => pushedKinds.includes(kind);

/** Until when a note is worth sending (ours): a reminder for its hour, what waits for a day. */
export const pushEndsAt = (kind: LetterKind, now: Date): Date =>
  new Date(now.getTime() + (isHourKind(kind) ? lateMinutes : 24 * 60) * 60_000);

/** A note that fails is tried again after these minutes, and then given up. */
const pauses = [1, 5, 20];

export const pushAgainAt = (tries: number, now: Date): Date | null => {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000);
};

/** The end of the quiet hours in which this moment lies; null outside of them. */
export function quietEnd(choice: Pick<ReminderChoice, "quietFrom" | "quietTo">, now: Date, zone: Zone): Date | null {
  const { quietTo } = choice;
  const hour = localHour(now, zone);
  if (quietTo === null || !isQuiet(choice, hour)) return null;
  const today = localDate(now, zone);
  const day = hour < quietTo ? today : addDays(today, 1);
  return localInstant(day, `${String(quietTo).padStart(2, "0")}:00`, zone);
}
