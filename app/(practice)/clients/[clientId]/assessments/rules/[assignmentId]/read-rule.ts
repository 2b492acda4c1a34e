import type { ClientRule } from "@/db/queries/assessments/assignment-rule";
import { GRACE_HOURS } from "@/lib/assessments/closing";
import { type RuleForm, ruleForm } from "@/lib/assessments/rule-change";

export type SearchParams = Record<string, string | string[] | undefined>;
export type Typed = Record<keyof RuleForm, string | string[]>;

const fields = Object.keys(ruleForm.shape) as (keyof RuleForm)[];

/** The form as the address carries it: null before anything was asked for, else the form or a sentence per field. */
export function readRule(params: SearchParams): { form: RuleForm } | { faults: Record<string, string> } | null {
  if (params.days === undefined) return null;
  const given = Object.fromEntries(
    fields.flatMap((field) => {
      const value = params[field];
      if (value === undefined) return [];
      return [[field, field.endsWith("[]") ? [value].flat() : ([value].flat()[0] ?? "")]];
    }),
  );
  const parsed = ruleForm.safeParse(given);
  if (parsed.success) return { form: parsed.data };
  const faults: Record<string, string> = {};
  for (const issue of parsed.error.issues) faults[String(issue.path[0])] ??= issue.message;
  return { faults };
}

/** What stands in the fields: what was typed, else the rule as it is. */
export function typedRule(params: SearchParams, { rule, window, layout, scheduled }: ClientRule): Typed {
  const upcoming = scheduled.filter(({ stays }) => !stays);
  const left = rule.kind === "every" && rule.until !== null ? upcoming.length : 4;
  const now: Typed = {
    next: upcoming[0]?.dueOn ?? "",
    every: String(rule.kind === "every" ? rule.weeks : 2),
    ends: rule.kind === "every" && rule.until === null ? "never" : "times",
    times: String(Math.min(26, Math.max(1, left))),
    "weeks[]": rule.kind === "protocol-weeks" ? rule.weeks.map(String) : [],
    days: String(window.opensDaysBefore),
    expires: window.expiresDaysAfter === null ? "" : String(window.expiresDaysAfter),
    grace: String(window.graceHours ?? GRACE_HOURS),
    layout: layout ?? "as-made",
  };
  if (params.days === undefined) return now;
  return Object.fromEntries(
    fields.map((field) => {
      const given = params[field];
      return [field, field === "weeks[]" ? [given ?? []].flat() : ([given].flat()[0] ?? now[field])];
    }),
  ) as Typed;
}
