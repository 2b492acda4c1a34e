import { z } from "zod";
import { addDays, addWeeks, daysBetween, type LocalDate, localDateSchema } from "@/lib/time/local-date";

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
export function scheduleThrough(rule: AssignmentRule, today: LocalDate): LocalDate {
  if (rule.kind !== "every" || rule.until !== null) return addDays(today, FURTHEST_DAYS);
  const steps = Math.max(0, Math.ceil(daysBetween(rule.from, today) / (7 * rule.weeks)));
  const next = addWeeks(rule.from, steps * rule.weeks);
  const horizon = addDays(today, HORIZON_DAYS);
  return next > horizon ? next : horizon;
}
