import { accountsDiffer } from "@/lib/safety/check-result";
import { type GateHistory, gateAt } from "@/lib/safety/gate";
import { earlierCalendar, nextWeekBegins, type WeekCalendar, weekBegan } from "@/lib/safety/practice-week";
import type { LocalDate } from "@/lib/time/local-date";
import { endOfDayInstant } from "@/lib/time/zone";

/** What a clinician chose for joint steps after a stop outside a check; nothing chosen is `next-week`. */
export type StopChoice = {
  at: Date;
  choice: "now" | "next-week" | "unchanged";
  unchangedUntil: LocalDate | null;
  /** It followed a stop of the partner. */
  isPartners?: boolean;
};

/** Two people who are linked, as one of them sees it. */
export type Link = {
  linkedAt: Date;
  /** From the end of a link until the day agreed with each, both pages read as in own steps. */
  endedAt: Date | null;
  endShownAt: Date | null;
  partner: { history: GateHistory; calendar: WeekCalendar };
};

export type SharedClassInput = {
  history: GateHistory;
  calendar: WeekCalendar;
  link: Link | null;
  /** When own days of a linked couple began: each lasts until the next practice week. */
  ownDays: readonly Date[];
  choices: readonly StopChoice[];
};

/**
 * What is done with the partner: touch, disclosure, joint tasks, couple and gap charts, sharing. `jointTasks` alone may
 * outlast a week, by a clinician's written choice. Neither says why.
 */
export type SharedClass = { open: boolean; jointTasks: boolean };

const CLOSED: SharedClass = { open: false, jointTasks: false };

/** The link that counts at `at`: from the first week after it was made to the first week after its end is shown. */
export function linkAt({ link, calendar }: Pick<SharedClassInput, "link" | "calendar">, at: Date): Link | null {
  if (!link || (link.endShownAt && weekBegan(calendar, at) >= link.endShownAt)) return null;
  return weekBegan(earlierCalendar(calendar, link.partner.calendar), at) >= link.linkedAt ? link : null;
}

/** The weeks that joint steps follow at `at`. */
export function calendarAt(input: Pick<SharedClassInput, "link" | "calendar">, at: Date): WeekCalendar {
  const link = linkAt(input, at);
  return link ? earlierCalendar(input.calendar, link.partner.calendar) : input.calendar;
}

/** For a couple clearances end together: both are clear only while the earlier clearance lasts. */
function allClear(histories: readonly GateHistory[], at: Date): boolean {
  return histories.every((history) => {
    const gate = gateAt(history, at);
    return gate.state === "clear" && gate.expiresAt !== null && gate.expiresAt > at;
  });
}

/**
 * Whether joint steps are open at `at`. They open only at the start of a practice week at which everybody is clear, never in
 * mid-week; they close at a week's start, by asking, or by a clinician's choice. No answer closes anything in between.
 */
export function sharedClassAt(input: SharedClassInput, at: Date): SharedClass {
  const link = linkAt(input, at);
  const calendar = calendarAt(input, at);
  const began = weekBegan(calendar, at);
  if (link?.endedAt && link.endedAt <= at) return CLOSED;
  const isIn = (instant: Date) => instant >= began && instant <= at;
  if (link && input.ownDays.some(isIn)) return CLOSED;
  if (input.choices.some(({ at: chosenAt, choice }) => choice === "now" && isIn(chosenAt))) return CLOSED;
  if (link && accountsDiffer(accountOf(input.history, began), accountOf(link.partner.history, began))) return CLOSED;
  const histories = [input.history, ...(link ? [link.partner.history] : [])];
  const open = allClear(histories, began);
  return { open, jointTasks: open || outlastsTheWeek(input, at, began) };
}

/** What somebody last said of violence between the two; null where they were not asked, or left it open. */
function accountOf({ screens }: GateHistory, at: Date) {
  const newest = (fact: "reportsHarm" | "ownHarm") =>
    screens
      .filter((screen) => screen.answeredAt <= at && !screen.isVoided && typeof screen[fact] === "boolean")
      .sort((one, other) => other.answeredAt.getTime() - one.answeredAt.getTime())[0]?.[fact] ?? null;
  return { reportsHarm: newest("reportsHarm"), ownHarm: newest("ownHarm") };
}

/** "Unchanged until a named day": joint tasks that were open when it was chosen stay, unless anything was asked or chosen since. */
function outlastsTheWeek(input: SharedClassInput, at: Date, began: Date): boolean {
  const newest = [...input.choices].sort((a, b) => b.at.getTime() - a.at.getTime()).find((one) => one.at <= at);
  if (newest?.choice !== "unchanged" || !newest.unchangedUntil || newest.at >= began) return false;
  if (at >= endOfDayInstant(newest.unchangedUntil, input.calendar.zone)) return false;
  if (input.ownDays.some((asked) => asked > newest.at && asked <= at)) return false;
  return sharedClassAt(input, newest.at).open;
}

/** When joint steps may open or close next by the calendar. */
export const nextBoundary = (input: Pick<SharedClassInput, "link" | "calendar">, at: Date): Date =>
  nextWeekBegins(calendarAt(input, at), at);

/**
 * Whether a stop outside a check waits for a choice: joint steps were open when it came, they are open still or would be, and
 * nothing was chosen since. Own days are closed already, so nothing is to be chosen in them.
 */
export function needsStopChoice(input: SharedClassInput, at: Date): boolean {
  const gate = gateAt(input.history, at);
  if (gate.state !== "stop" || gate.since === null) return false;
  const since = gate.since;
  if (input.choices.some((one) => one.at >= since)) return false;
  return since >= weekBegan(calendarAt(input, at), at) && sharedClassAt(input, at).open;
}
