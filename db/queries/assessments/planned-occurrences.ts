import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { Scope } from "@/db/scope";
import { type AnswerWindow, type AssignmentRule, scheduleThrough } from "@/lib/assessments/assignment-rule";
import { occurrences } from "@/lib/protocol/occurrences";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { ruleStopsOn } from "@/lib/protocol/rule-end";
import { localDate } from "@/lib/time/zone";

type Ruled = { clientId: string; zone: string; rule: AssignmentRule; window: AnswerWindow; assignedAt: Date };

/**
 * The occurrences of a rule from the client's today on, as far as rules are laid out and the path lets them.
 * `stopsOn`: the day from which the path, being over, wants none; `decisionIds`: what was decided about the path.
 */
export async function plannedOccurrences(scope: Scope, { clientId, zone, rule, window, assignedAt }: Ruled) {
  const today = localDate(scope.now, zone);
  const enrolment = rule.kind === "once" ? null : await enrolmentOf(scope, clientId);
  const path = enrolment && pathTodayOf(enrolment, today).path;
  const decisions = enrolment?.decisions ?? [];
  const through = scheduleThrough(rule, today);
  const stopsOn = path && ruleStopsOn(rule, assignedAt, { path, decisions, zone });
  const due = occurrences(rule, window, path, through).filter(
    ({ dueOn }) => dueOn >= today && (stopsOn === null || dueOn < stopsOn),
  );
  return { today, through, stopsOn, due, decisionIds: new Set(decisions.map(({ id }) => id)) };
}
