import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { causeName, statusAfter } from "@/lib/appointments/appointment";
import { withWhom } from "@/lib/appointments/calendar";
import { firstNamesApart } from "@/lib/first-name";
import { formatDay, formatNearDay, formatTime, inSentence } from "@/lib/format";
import { localDate, type Zone } from "@/lib/time/zone";

export type Clock = { now: Date; zone: Zone };

/** “Tue 24 Nov, 14:00”, by the reader's own clock. */
export const whenWords = (startsAt: Date, { now, zone }: Clock): string =>
  `${formatDay(localDate(startsAt, zone), localDate(now, zone))}, ${formatTime(startsAt, zone)}`;

/** “today, 14:00”, in a sentence. */
export const nearWords = (startsAt: Date, { now, zone }: Clock): string =>
  inSentence(`${formatNearDay(localDate(startsAt, zone), localDate(now, zone))}, ${formatTime(startsAt, zone)}`);

export function namesOf({ name, secondName, therapistName }: Appointment) {
  const [therapist = "", client = "", second] = firstNamesApart([
    ...[therapistName, name],
    ...(secondName === null ? [] : [secondName]),
  ]);
  return { client, second: second ?? null, therapist };
}

/** What became of it, in a few words; null while it is only planned. */
export function outcomeWords(one: Appointment, now: Date): string | null {
  const by = one.cause && causeName(one.cause, namesOf(one));
  switch (statusAfter(one.kind)) {
    case "done":
      return "Took place";
    case "missed":
      return `${by} did not come`;
    case "cancelled":
      return `Called off by ${by}`;
    default:
      return one.startsAt <= now ? "Say how it went" : null;
  }
}

/** “Ines Marchetti, Tue 24 Nov, 14:00”. */
export const titleOf = (one: Appointment, clock: Clock): string =>
  `${withWhom(one)}, ${whenWords(one.startsAt, clock)}`;
