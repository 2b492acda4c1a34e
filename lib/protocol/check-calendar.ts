import { ownDaysOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { ProtocolPath } from "@/lib/protocol/path";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** A check so few days before the first day of a phase counts for it. */
export const COUNTS_FOR_DAYS = 21;

/** A phase that begins soon, or began this week: from `opensOn` its check is asked, and `startsOn` is its first day. */
export type PhaseEve = { phase: number; opensOn: LocalDate; startsOn: LocalDate };

/**
 * The phase whose check is due on the path's today: from the first own day of the week before it until the end of its first
 * week. Null on every other day, before the first phase, and while nothing goes on.
 */
export function phaseEveOn(version: ProtocolVersion, path: ProtocolPath): PhaseEve | null {
  if (path.status !== "active" && path.status !== "held") return null;
  const { weeks, today } = path;
  const opens = (startsOn: LocalDate) => addDays(startsOn, -ownDaysOf(version));
  const week = weeks.findLast(({ phase, startsOn, endsOn }, i) => {
    const before = weeks[i - 1];
    return before && phase.number > before.phase.number && opens(startsOn) <= today && today <= endsOn;
  });
  return week ? { phase: week.phase.number, opensOn: opens(week.startsOn), startsOn: week.startsOn } : null;
}

/** Whether the check of this phase was asked already: one of the last three weeks before it counts. */
export const isAskedFor = (eve: PhaseEve, askedOn: readonly LocalDate[]): boolean =>
  askedOn.some((day) => day >= addDays(eve.startsOn, -COUNTS_FOR_DAYS));

export type CalendarOfChecks = {
  today: LocalDate;
  /** The phase that each of the people asked together comes to, earlier paths and later ones alike. */
  eves: readonly (PhaseEve | null)[];
  /** Days on which these people were asked, for whatever reason. */
  asked: readonly { on: LocalDate; kind: "first" | "phase" | "drawn" | "extra" | "renewal" | "carried" }[];
  /** Whether a check asked now would fall into own days that are running. */
  isRunning: boolean;
  /** The day drawn for a couple; null for one person. */
  drawnOn: LocalDate | null;
  /** The day on which a clearance that counted ran out; null while none did. */
  expiredOn: LocalDate | null;
};

/**
 * What the calendar asks for today, of everybody together; null for nothing. An extra check takes the drawn day: then none is
 * drawn any more.
 */
export function checkDue({ today, eves, asked, isRunning, drawnOn, expiredOn }: CalendarOfChecks) {
  if (isRunning) return null;
  const days = asked.map(({ on }) => on);
  if (eves.some((eve) => eve && !isAskedFor(eve, days))) return "phase" as const;
  if (expiredOn && !days.some((day) => day >= expiredOn)) return "renewal" as const;
  const isTaken = asked.some(({ kind }) => kind === "drawn" || kind === "extra");
  if (drawnOn && today >= drawnOn && !isTaken) return "drawn" as const;
  return null;
}
