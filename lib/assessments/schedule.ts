import { z } from "zod";
import { firstWeek, phaseStart } from "@/lib/protocol/milestones";
import type { ProtocolPath } from "@/lib/protocol/path";
import { addDays, addWeeks, daysBetween, type LocalDate, localDateSchema } from "@/lib/time/local-date";
import { endOfDayInstant, type Zone } from "@/lib/time/zone";

/** When an assignment comes up: once; every n weeks; on the last day of protocol weeks (0: by the first day); before each phase. */
export const assignmentRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("once"), on: localDateSchema }),
  z.strictObject({
    kind: z.literal("every"),
    weeks: z.int().min(1).max(52),
    from: localDateSchema,
    until: localDateSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal("protocol-weeks"), weeks: z.array(z.int().min(0).max(64)).min(1).max(65) }),
  z.strictObject({
    kind: z.literal("before-phases"),
    /** Only before these; all of them when left out. */
    phases: z.array(z.int().min(1).max(9)).min(1).max(9).optional(),
  }),
]);
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;

/**
 * Days before the due date on which it opens, days after it until it closes (null: stays open), and hours for which
 * somebody who is answering is not cut off after that (two unless told).
 */
export type AnswerWindow = { opensDaysBefore: number; expiresDaysAfter: number | null; graceHours?: number };

/** One time at which an assessment is asked for. `key` is stable and unique within its assignment, whatever moves. */
export type Occurrence = { key: string; opensOn: LocalDate; dueOn: LocalDate; expiresOn: LocalDate | null };

/** An occurrence due on `dueOn` with the days around it. */
export function occurrence(key: string, dueOn: LocalDate, window: AnswerWindow): Occurrence {
  return {
    key,
    opensOn: addDays(dueOn, -window.opensDaysBefore),
    dueOn,
    expiresOn: window.expiresDaysAfter === null ? null : addDays(dueOn, window.expiresDaysAfter),
  };
}

/**
 * The occurrences of a rule that are due on or before `through`, by due date. Rules tied to the protocol
 * need a path; without one, or where the path has no date yet (held, paused), they give nothing. A later
 * `through` only adds occurrences; a path that moves changes dates, never keys.
 */
export function occurrences(
  rule: AssignmentRule,
  window: AnswerWindow,
  path: ProtocolPath | null,
  through: LocalDate,
): Occurrence[] {
  return dueDates(rule, path, through)
    .filter(({ dueOn }) => dueOn <= through)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ key, dueOn }) => occurrence(key, dueOn, window));
}

function dueDates(
  rule: AssignmentRule,
  path: ProtocolPath | null,
  through: LocalDate,
): { key: string; dueOn: LocalDate }[] {
  if (rule.kind === "once") return [{ key: "once", dueOn: rule.on }];
  if (rule.kind === "every") {
    const last = rule.until !== null && rule.until < through ? rule.until : through;
    const due: { key: string; dueOn: LocalDate }[] = [];
    for (let dueOn = rule.from; dueOn <= last; dueOn = addWeeks(dueOn, rule.weeks))
      due.push({ key: `on-${dueOn}`, dueOn });
    return due;
  }
  if (!path) return [];
  if (rule.kind === "protocol-weeks") {
    return [...new Set(rule.weeks)].flatMap((number) => {
      const dueOn = number === 0 ? path.startsOn : firstWeek(path, number)?.endsOn;
      return dueOn ? [{ key: `week-${number}`, dueOn }] : [];
    });
  }
  const phases = new Set(path.weeks.map((w) => w.phase.number));
  const wanted = rule.phases ?? [...phases];
  return [...phases]
    .filter((phase) => wanted.includes(phase))
    .flatMap((phase) => {
      const start = phaseStart(path, phase);
      return start ? [{ key: `phase-${phase}`, dueOn: addDays(start, -1) }] : [];
    });
}

/** Days ahead for which a rule without an end is laid out (ours): a season, moved on as time goes by. */
const HORIZON_DAYS = 84;
/** Beyond the last day that a form can ask for: 26 times every 26 weeks, and the days to answer. */
const FURTHEST_DAYS = 26 * 26 * 7 + 60;

/** True for a rule that goes on until somebody ends it. */
export const isOpenEnded = (rule: AssignmentRule): boolean => rule.kind === "every" && rule.until === null;

/**
 * The day through which the occurrences of a rule are laid out on `today`: all of them, or for a rule without an end the
 * coming season, and always the next one. It never moves back as days go by.
 */
export function layOutThrough(rule: AssignmentRule, today: LocalDate): LocalDate {
  if (rule.kind !== "every" || rule.until !== null) return addDays(today, FURTHEST_DAYS);
  const steps = Math.max(0, Math.ceil(daysBetween(rule.from, today) / (7 * rule.weeks)));
  const next = addWeeks(rule.from, steps * rule.weeks);
  const horizon = addDays(today, HORIZON_DAYS);
  return next > horizon ? next : horizon;
}

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
export const isTooLate = (sitting: Closing, zone: Zone, now: Date): boolean => now.getTime() >= graceEnd(sitting, zone);
