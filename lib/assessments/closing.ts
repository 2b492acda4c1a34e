import type { Occurrence } from "@/lib/assessments/assignment-rule";
import type { LocalDate } from "@/lib/time/local-date";
import { endOfDayInstant, type Zone } from "@/lib/time/zone";

/** How an occurrence stands on a client's local day. Overdue is after the due date while it can still be answered. */
export type OccurrenceState = "not-yet" | "open" | "due-today" | "overdue" | "expired" | "answered";

/** The state of an occurrence on `today`. */
export function occurrenceState(occ: Occurrence, today: LocalDate, answered: boolean): OccurrenceState {
  if (answered) return "answered";
  if (today < occ.opensOn) return "not-yet";
  if (occ.expiresOn !== null && today > occ.expiresOn) return "expired";
  if (today === occ.dueOn) return "due-today";
  return today > occ.dueOn ? "overdue" : "open";
}

/** Hours after closing in which somebody who is answering can go on, unless the assignment says otherwise (ours). */
export const GRACE_HOURS = 2;

/** What closing depends on: the last day, the newest saved answer, and the grace in hours. */
export type Closing = { expiresOn: LocalDate | null; lastSavedAt: Date | null; graceHours: number | null };

const HOUR = 3_600_000;

function graceEnd({ expiresOn, lastSavedAt, graceHours }: Closing, zone: Zone): number {
  if (expiresOn === null) return Number.POSITIVE_INFINITY;
  const from = Math.max(endOfDayInstant(expiresOn, zone).getTime(), lastSavedAt?.getTime() ?? 0);
  return from + (graceHours ?? GRACE_HOURS) * HOUR;
}

/**
 * Whether a sitting is closed to somebody who opens it at `now`: after its last day in `zone`. Whoever has answered
 * something has the grace on top, counted anew from each answer, so that nobody is cut off while typing.
 */
export function isClosed(sitting: Closing, zone: Zone, now: Date): boolean {
  if (sitting.expiresOn === null) return false;
  if (sitting.lastSavedAt !== null) return now.getTime() >= graceEnd(sitting, zone);
  return now.getTime() >= endOfDayInstant(sitting.expiresOn, zone).getTime();
}

/** Whether an answer comes too late at `now`. A page that was open when the day ended may still send its first one. */
export const isPastGracePeriod = (sitting: Closing, zone: Zone, now: Date): boolean =>
  now.getTime() >= graceEnd(sitting, zone);
