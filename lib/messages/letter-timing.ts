import type { LetterKind } from "@/lib/messages/letter-kinds";
import { addDays } from "@/lib/time/local-date";
import { localDate, localHour, localInstant, type Zone } from "@/lib/time/zone";

/** How soon somebody on the staff wants to be written to about something that can wait. */
export const letterTimings = ["at-once", "hourly", "morning", "off"] as const;
export type LetterTiming = (typeof letterTimings)[number];

/**
 * What each of them chooses for themself. Everything else is not theirs to choose: about safety, a withdrawn consent or
 * their own sign-in a letter goes at once, and cannot be switched off or gathered.
 */
export const letterGroups = ["messages", "reflections", "answers"] as const;
export type LetterGroup = (typeof letterGroups)[number];

/** All that has a choice of its own: `week` is the one letter at the beginning of a week, in the morning or not at all. */
export const timedLetters = [...letterGroups, "week"] as const;
export type TimedLetter = (typeof timedLetters)[number];

/** Until somebody chooses (ours): a message asks for an answer, the others are found on the caseload. */
export const usualTiming: Record<TimedLetter, LetterTiming> = {
  messages: "at-once",
  reflections: "off",
  answers: "off",
  week: "morning",
};

const kinds = {
  messages: "client-message",
  reflections: "client-reflection",
  answers: "client-answers",
} as const satisfies Record<LetterGroup, LetterKind>;

/** The kind of letter of each group, and what makes a letter one that can wait. */
export const kindOf = (group: LetterGroup): (typeof kinds)[LetterGroup] => kinds[group];
export const chosenKinds = Object.values(kinds);
export const groupOf = (kind: LetterKind): LetterGroup | null =>
  letterGroups.find((group) => kinds[group] === kind) ?? null;

/** When the letters of a morning go (ours). */
export const MORNING_HOUR = 8;

/**
 * When a letter about something that reaches its reader at `at` is due; null where none is wanted. Hourly: at the next full
 * hour of the reader's clock; in the morning: at the next eight o'clock. What arrives at the very moment goes with it.
 */
export function letterDueAt(timing: LetterTiming, at: Date, zone: Zone): Date | null {
  if (timing === "off") return null;
  if (timing === "at-once") return at;
  return timing === "hourly" ? nextHour(at, zone) : nextMorning(at, zone);
}

function nextMorning(at: Date, zone: Zone): Date {
  const today = localDate(at, zone);
  const eight = localInstant(today, `0${MORNING_HOUR}:00`, zone);
  return eight >= at ? eight : localInstant(addDays(today, 1), `0${MORNING_HOUR}:00`, zone);
}

/** Minute by minute from the next one on: zones stand half and quarter hours apart, and some move by half an hour. */
function nextHour(at: Date, zone: Zone): Date {
  const first = Math.ceil(at.getTime() / minuteMs) * minuteMs;
  for (let minute = 0; minute < 120; minute += 1) {
    const moment = new Date(first + minute * minuteMs);
    const before = new Date(moment.getTime() - 1);
    if (localHour(moment, zone) !== localHour(before, zone)) return moment;
  }
  return new Date(first);
}

const minuteMs = 60_000;
