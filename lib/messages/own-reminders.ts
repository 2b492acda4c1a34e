import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate, localHour, localInstant, type Zone } from "@/lib/time/zone";

export const reminderKinds = ["exercise", "check"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What a client chose about being reminded; hours of their own clock, 0 to 23. Null: no reminder, no quiet hours, no rest. */
export type ReminderChoice = {
  exerciseHour: number | null;
  checkHour: number | null;
  /** From this hour on, until the other: over midnight where the second is the smaller. */
  quietFrom: number | null;
  quietTo: number | null;
  /** "Not this week": the day on which they come back. */
  restUntil: LocalDate | null;
};

/** Nobody is reminded who did not ask for it. */
export const noReminders: ReminderChoice = {
  ...{ exerciseHour: null, checkHour: null },
  ...{ quietFrom: null, quietTo: null, restUntil: null },
};

/** A reminder that could not be written within this many minutes of its hour is not written at all (ours). */
export const lateMinutes = 120;

/** "Not this week", in days (ours). */
export const restDays = 7;

const hourOf = (choice: ReminderChoice, kind: ReminderKind) =>
  kind === "exercise" ? choice.exerciseHour : choice.checkHour;

export const wantsReminders = (choice: ReminderChoice): boolean =>
  reminderKinds.some((kind) => hourOf(choice, kind) !== null);

/** Whether the clock on the wall shows an hour in which somebody wants no quiet broken. */
export function isQuiet({ quietFrom, quietTo }: Pick<ReminderChoice, "quietFrom" | "quietTo">, hour: number): boolean {
  if (quietFrom === null || quietTo === null) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** The moment of an hour on one day. One that the change of clocks leaves out comes after the gap; of two, the first. */
const momentOf = (day: LocalDate, hour: number, zone: Zone): Date =>
  localInstant(day, `${String(hour).padStart(2, "0")}:00`, zone);

/** What is to be reminded of at this moment, if it is not done by then: each for this one day of the client. */
export function remindersNow(choice: ReminderChoice, now: Date, zone: Zone): { kinds: ReminderKind[]; on: LocalDate } {
  const on = localDate(now, zone);
  const rests = (choice.restUntil !== null && on < choice.restUntil) || isQuiet(choice, localHour(now, zone));
  const kinds = reminderKinds.filter((kind) => {
    const hour = hourOf(choice, kind);
    if (rests || hour === null) return false;
    const late = now.getTime() - momentOf(on, hour, zone).getTime();
    return late >= 0 && late < lateMinutes * 60_000;
  });
  return { kinds, on };
}

/** When a reminder comes next, if there is something to be reminded of then; null where none was asked for. */
export function nextReminder(choice: ReminderChoice, now: Date, zone: Zone): Date | null {
  const today = localDate(now, zone);
  const first = choice.restUntil !== null && choice.restUntil > today ? choice.restUntil : today;
  const moments = reminderKinds.flatMap((kind) => {
    const hour = hourOf(choice, kind);
    return hour === null ? [] : [first, addDays(first, 1)].map((day) => momentOf(day, hour, zone).getTime());
  });
  const coming = moments.filter((moment) => moment > now.getTime());
  return coming.length > 0 ? new Date(Math.min(...coming)) : null;
}
