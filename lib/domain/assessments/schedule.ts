import { z } from "zod";
import { firstWeek, phaseStart } from "@/lib/domain/protocol/milestones";
import type { ProtocolPath } from "@/lib/domain/protocol/path";
import { addDays, addWeeks, type LocalDate, localDateSchema } from "@/lib/domain/time/local-date";
import { endOfDayInstant, startOfDayInstant, type Zone } from "@/lib/domain/time/zone";

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

/** Days before the due date on which it opens, and days after it until it closes (null: stays open). */
export const windowSchema = z.strictObject({
  opensDaysBefore: z.int().min(0).max(60),
  expiresDaysAfter: z.int().min(0).max(365).nullable(),
});
export type AnswerWindow = z.infer<typeof windowSchema>;

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

/** Minutes after closing in which someone who is typing can still submit (ours). */
export const GRACE_MINUTES = 120;

/** The span in which an occurrence can be answered in `zone`: from `opensAt`, before `closesAt`; a started answer until `graceEndsAt`. */
export function answerSpan(
  occ: Occurrence,
  zone: Zone,
): { opensAt: Date; closesAt: Date | null; graceEndsAt: Date | null } {
  const closesAt = occ.expiresOn === null ? null : endOfDayInstant(occ.expiresOn, zone);
  return {
    opensAt: startOfDayInstant(occ.opensOn, zone),
    closesAt,
    graceEndsAt: closesAt && new Date(closesAt.getTime() + GRACE_MINUTES * 60_000),
  };
}

/**
 * Whether a sitting is closed at `now`: after its last day in `zone`, or for somebody who had started, so many minutes of
 * grace later. An end that was never set never comes.
 */
export function isClosed(
  sitting: { expiresOn: LocalDate | null; startedAt: Date | null },
  zone: Zone,
  now: Date,
): boolean {
  if (sitting.expiresOn === null) return false;
  const grace = sitting.startedAt ? GRACE_MINUTES * 60_000 : 0;
  return now.getTime() >= endOfDayInstant(sitting.expiresOn, zone).getTime() + grace;
}
