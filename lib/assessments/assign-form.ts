import { z } from "zod";
import type { AnswerWindow, AssignmentRule } from "@/lib/assessments/assignment-rule";
import { optionalDate, phaseNumber, ruleFields } from "@/lib/assessments/rule-fields";
import { plural } from "@/lib/plural";
import { addDays, addWeeks, type LocalDate } from "@/lib/time/local-date";

/** What a therapist fills in to ask for assessments. `id` is made by the form, so that sending it twice asks once. */
export const assignForm = z.strictObject({
  id: z.uuid(),
  "clients[]": z
    .array(z.uuid())
    .max(60)
    .default([])
    .refine((ids) => ids.length > 0, "Choose at least one client."),
  "instruments[]": z
    .array(z.uuid())
    .max(12)
    .default([])
    .refine((ids) => ids.length > 0, "Choose at least one assessment."),
  withPartner: z.literal("yes").optional(),
  when: z.enum(["now", "on", "every", "protocol-weeks", "before-phases"], "Choose when."),
  on: optionalDate,
  "phases[]": z.array(phaseNumber).max(9).default([]),
  ...ruleFields,
});

export type AssignForm = z.infer<typeof assignForm>;

export type AssignmentPlan = { rule: AssignmentRule; window: AnswerWindow };

/**
 * The rule and the answer window that a form describes, for a client whose local date is `today`. It opens on the chosen
 * day and is due `days` later; tied to the protocol, it is due on the protocol's day and opens `days` before.
 * `fault` names the field that is missing, with a sentence.
 */
export function planOf(
  form: AssignForm,
  today: LocalDate,
): AssignmentPlan | { fault: { field: string; sentence: string } } {
  const window = { opensDaysBefore: form.days, expiresDaysAfter: form.expires, graceHours: form.grace };
  switch (form.when) {
    case "now":
      return { rule: { kind: "once", on: addDays(today, form.days) }, window };
    case "on":
    case "every": {
      if (form.on === null) return { fault: { field: "on", sentence: "Choose the day on which it opens." } };
      if (form.on < today) return { fault: { field: "on", sentence: "Choose today or a later day." } };
      const from = addDays(form.on, form.days);
      if (form.when === "on") return { rule: { kind: "once", on: from }, window };
      const until = form.ends === "never" ? null : addWeeks(from, form.every * (form.times - 1));
      return { rule: { kind: "every", weeks: form.every, from, until }, window };
    }
    case "protocol-weeks":
      if (form["weeks[]"].length === 0) return { fault: { field: "weeks", sentence: "Choose at least one week." } };
      return { rule: { kind: "protocol-weeks", weeks: [...new Set(form["weeks[]"])] }, window };
    case "before-phases": {
      const phases = [...new Set(form["phases[]"])];
      return { rule: { kind: "before-phases", ...(phases.length > 0 && { phases }) }, window };
    }
  }
}

/** The rule in the words of the client's page. */
export function ruleInWords(rule: AssignmentRule): string {
  switch (rule.kind) {
    case "once":
      return "Once";
    case "every": {
      const often = `Every ${plural(rule.weeks, "week", `${rule.weeks} weeks`)}`;
      return rule.until === null ? `${often} until ended` : often;
    }
    case "protocol-weeks": {
      const weeks = rule.weeks.filter((week) => week > 0);
      const named = `protocol ${plural(weeks.length, "week", "weeks")} ${weeks.join(", ")}`;
      if (weeks.length === rule.weeks.length) return `At ${named}`;
      return weeks.length === 0 ? "At the start of the protocol" : `At the start and ${named}`;
    }
    case "before-phases":
      return rule.phases
        ? `Before ${plural(rule.phases.length, "phase", "phases")} ${rule.phases.join(", ")}`
        : "Before each phase";
  }
}
