import { z } from "zod";
import type { AnswerWindow, AssignmentRule, Occurrence } from "@/lib/assessments/assignment-rule";
import { optionalDate, ruleFields } from "@/lib/assessments/rule-fields";
import { addWeeks, type LocalDate } from "@/lib/time/local-date";

/** What a therapist may change in a rule that is at work. Its kind stays; another kind is another assignment. */
export const ruleForm = z.strictObject({ next: optionalDate, ...ruleFields });
export type RuleForm = z.infer<typeof ruleForm>;

/** An occurrence as it is laid out. `stays`: begun, sent, or past, so nothing moves it any more. */
export type ScheduledOccurrence = Occurrence & { id: string; stays: boolean };

export type RuleChange = {
  kept: ScheduledOccurrence[];
  /** Where each of the others goes; some of them to the day on which they stand. */
  moved: { from: ScheduledOccurrence; to: Occurrence }[];
  added: Occurrence[];
  cancelled: ScheduledOccurrence[];
};

type Fault = { field: "next" | "weeks"; sentence: string };

/**
 * The rule and window that a form asks for, from `today` on. `after` is the last due day that stays as it is, or null: a
 * rule that repeats goes on behind it. `fault` names the field with a sentence.
 */
export function changedRule(
  rule: AssignmentRule,
  form: RuleForm,
  today: LocalDate,
  after: LocalDate | null,
): { rule: AssignmentRule; window: AnswerWindow } | { fault: Fault } {
  const window = { opensDaysBefore: form.days, expiresDaysAfter: form.expires, graceHours: form.grace };
  const fault = (field: Fault["field"], sentence: string) => ({ fault: { field, sentence } });
  if (rule.kind === "protocol-weeks") {
    const weeks = [...new Set(form["weeks[]"])].sort((a, b) => a - b);
    return weeks.length === 0 ? fault("weeks", "Choose at least one week.") : { rule: { ...rule, weeks }, window };
  }
  if (rule.kind !== "every") return { rule, window };
  const { next } = form;
  if (next === null || next < today) return fault("next", "Choose today or a later day.");
  if (after !== null && next <= after) {
    return fault("next", "Choose a later day: the one before it is begun or answered, and stays where it is.");
  }
  const until = form.ends === "never" ? null : addWeeks(next, form.every * (form.times - 1));
  return { rule: { kind: "every", weeks: form.every, from: next, until }, window };
}

/**
 * What becomes of laid-out occurrences when the rule asks for `planned`. What stays is never moved, and never asked for
 * twice. Of the rest each keeps its own place in the rule where that is still there; the others take the free ones in
 * order of their days. Left-over occurrences are cancelled, left-over places are new.
 */
export function changeOfRule(scheduled: readonly ScheduledOccurrence[], planned: readonly Occurrence[]): RuleChange {
  const kept = scheduled.filter(({ stays }) => stays);
  const taken = new Set(kept.map(({ key }) => key));
  const free = new Map(planned.filter(({ key }) => !taken.has(key)).map((one) => [one.key, one]));
  const byDay = (a: Occurrence, b: Occurrence) => (a.dueOn < b.dueOn ? -1 : 1);
  const open = scheduled.filter(({ stays }) => !stays).sort(byDay);
  const places = new Map<string, Occurrence>();
  const claim = (one: ScheduledOccurrence, place: Occurrence | undefined) => {
    if (!place) return;
    places.set(one.id, place);
    free.delete(place.key);
  };
  for (const one of open) claim(one, free.get(one.key));
  for (const one of open) if (!places.has(one.id)) claim(one, [...free.values()].sort(byDay)[0]);
  return {
    kept,
    moved: open.flatMap((from) => {
      const to = places.get(from.id);
      return to ? { from, to } : [];
    }),
    added: [...free.values()].sort(byDay),
    cancelled: open.filter(({ id }) => !places.has(id)),
  };
}
