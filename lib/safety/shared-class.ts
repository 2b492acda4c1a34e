import { accountsDiffer } from "@/lib/safety/check-result";
import type { ChosenOwnSteps, Span } from "@/lib/safety/chosen-own-steps";
import { spansOf } from "@/lib/safety/chosen-own-steps";
import { type GateHistory, gateAt } from "@/lib/safety/gate";
import { nextWeekBegins, type WeekCalendar, weekBegan } from "@/lib/safety/practice-week";
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
  /** The weeks of the two, the same for both whatever zone either lives in. */
  calendar: WeekCalendar;
  partner: { history: GateHistory; chosen: readonly ChosenOwnSteps[] };
};

export type SharedClassInput = {
  history: GateHistory;
  /** The person's own weeks, which count while no link does. */
  calendar: WeekCalendar;
  link: Link | null;
  /** When own days of a linked couple began: each lasts until the next practice week. */
  ownDays: readonly Date[];
  /** Own steps that a therapist chose on the path, for pace, illness or holidays: on whichever path, they are for both. */
  chosen: readonly ChosenOwnSteps[];
  choices: readonly StopChoice[];
};

/**
 * What is done with the partner: touch, disclosure, joint tasks, couple and gap charts, sharing. `jointTasks` alone may
 * outlast a week, by a clinician's written choice. Neither says why.
 */
export type SharedClass = { open: boolean; jointTasks: boolean };

const CLOSED: SharedClass = { open: false, jointTasks: false };

/**
 * The link that counts at `at`: from the first week after it was made to the first one that begins after its end was shown.
 * Both by the weeks of the two, so that both pages change in one instant.
 */
export function linkAt({ link }: Pick<SharedClassInput, "link">, at: Date): Link | null {
  if (!link) return null;
  const began = weekBegan(link.calendar, at);
  const { linkedAt, endedAt, endShownAt } = link;
  if (endedAt && endShownAt && began >= endedAt && began >= endShownAt) return null;
  return began >= linkedAt ? link : null;
}

/** The weeks that joint steps follow at `at`. */
export const calendarAt = (input: Pick<SharedClassInput, "link" | "calendar">, at: Date): WeekCalendar =>
  linkAt(input, at)?.calendar ?? input.calendar;

/** The weeks in which questions are asked: of two who are linked by theirs, also before the link counts for joint steps. */
export const checkCalendar = (input: Pick<SharedClassInput, "link" | "calendar">, at: Date): WeekCalendar =>
  input.link && !input.link.endedAt ? input.link.calendar : calendarAt(input, at);

/** For a couple clearances end together: both are clear only while the earlier clearance lasts. */
const allClear = (histories: readonly GateHistory[], at: Date): boolean =>
  histories.every((history) => gateAt(history, at).state === "clear");

/**
 * Whether joint steps are open at `at`. They open only at the start of a practice week at which everybody is clear, never in
 * mid-week; they close at a week's start, by asking, or by a clinician's choice. No answer closes anything in between.
 */
export function sharedClassAt(input: SharedClassInput, at: Date): SharedClass {
  const link = linkAt(input, at);
  const calendar = calendarAt(input, at);
  const began = weekBegan(calendar, at);
  // An ended link opens nothing, also where a week of one's own began before it ended.
  const endedAt = input.link?.endedAt;
  if (endedAt && endedAt <= at && (link || endedAt > began)) return CLOSED;
  const isIn = (instant: Date) => instant >= began && instant <= at;
  if (link && input.ownDays.some(isIn)) return CLOSED;
  if (input.choices.some(({ at: chosenAt, choice }) => choice === "now" && isIn(chosenAt))) return CLOSED;
  if (spansAt(input, at).some((span) => isLivedIn(span, began, at))) return CLOSED;
  if (link && accountsDiffer(accountOf(input.history, began), accountOf(link.partner.history, began))) return CLOSED;
  const histories = [input.history, ...(link ? [link.partner.history] : [])];
  const open = allClear(histories, began);
  return { open, jointTasks: open || outlastsTheWeek(input, at, began) };
}

type Chosen = Pick<SharedClassInput, "link" | "calendar" | "chosen">;

/** Own steps that were chosen for whoever counts at `at`, by the days of their calendar. */
function spansAt(input: Chosen, at: Date): Span[] {
  const link = linkAt(input, at);
  return spansOf([...input.chosen, ...(link?.partner.chosen ?? [])], calendarAt(input, at).zone);
}

/** What was lived for a part of a practice week is lived until it ends: nothing opens in the middle of it. */
const isLivedIn = ({ from, until }: Span, began: Date, at: Date): boolean =>
  from <= at && (until === null || until > began);

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
  if (at >= endOfDayInstant(newest.unchangedUntil, calendarAt(input, at).zone)) return false;
  const isSince = (instant: Date) => instant >= newest.at && instant <= at;
  if (input.ownDays.some(isSince) || spansAt(input, at).some(({ from }) => isSince(from))) return false;
  return sharedClassAt(input, newest.at).open;
}

/** When joint steps may open or close next by the calendar. */
export const nextBoundary = (input: Pick<SharedClassInput, "link" | "calendar">, at: Date): Date =>
  nextWeekBegins(calendarAt(input, at), at);

/** Own steps that a therapist chose and that are lived at `at`: when they end with a practice week, or null while nobody knows. */
export function chosenAt(input: Chosen, at: Date): { endsWith: Date | null } | null {
  const calendar = calendarAt(input, at);
  const lived = spansAt(input, at).filter((span) => isLivedIn(span, weekBegan(calendar, at), at));
  if (lived.length === 0) return null;
  const ends = lived.map(({ until }) => until?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return { endsWith: last === Number.POSITIVE_INFINITY ? null : nextWeekBegins(calendar, new Date(last - 1)) };
}

/**
 * Whether a stop outside a check waits for a choice: nothing was chosen since, and joint steps are open still, so that it came in
 * this practice week. Own days are closed already, so nothing is to be chosen in them.
 */
export function needsStopChoice(input: SharedClassInput, at: Date): boolean {
  const { state, since } = gateAt(input.history, at);
  if (state !== "stop" || since === null) return false;
  return !input.choices.some((one) => one.at >= since) && sharedClassAt(input, at).open;
}
