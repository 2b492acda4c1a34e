import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { lastThatStays } from "@/db/queries/assessments/assignment-rule";
import { plannedOccurrences } from "@/db/queries/assessments/planned-occurrences";
import { scheduledOccurrences } from "@/db/queries/assessments/scheduled-occurrences";
import type { StaffActor } from "@/lib/actor";
import { isOpenEnded } from "@/lib/assessments/assignment-rule";
import { changedRule, changeOfRule, ruleForm } from "@/lib/assessments/rule-change";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment, assignment } from "../../schema/assessments";
import { assignmentChange } from "../../schema/assignment-change";
import type { Scope } from "../../scope";
import { lockAssignment } from "./lock-assignment";
import { insertOccurrences, weekOf } from "./schedule-occurrences";
import { keepWithdrawal } from "./withdraw-assessment";

export const changeRuleForm = ruleForm.extend({
  /** Made with the page: the same form sent twice changes once. */
  id: z.uuid(),
  assignmentId: z.uuid(),
  edition: z.coerce.number().int().min(1),
});

/**
 * Changes a rule that is at work. Occurrences that are begun, sent or past stay; the others move to the rule's new days,
 * new ones are added, and left-over ones are cancelled.
 */
export async function changeRule(
  scope: Scope<StaffActor>,
  { id, assignmentId, edition, ...form }: z.infer<typeof changeRuleForm>,
): Promise<{ clientId: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const row = await lockAssignment(scope, assignmentId);
  const { clientId } = row;
  if (await isDone(scope, id)) return { clientId };
  if (row.endedAt) throw new Refused("This has ended. Assign it anew instead.");
  if (row.edition !== edition) throw new Refused("Somebody changed this in the meantime. Look at it anew.");
  const today = localDate(now, row.zone);
  const scheduled = await scheduledOccurrences(scope, row, today);
  const wanted = changedRule(row.rule, form, today, lastThatStays(scheduled));
  if ("fault" in wanted) throw new Refused(wanted.fault.sentence, { [wanted.fault.field]: wanted.fault.sentence });
  const next = { ...row, ...wanted, edition: row.edition + 1 };
  const { due, through } = await plannedOccurrences(scope, next);
  const change = changeOfRule(scheduled, due);
  if (change.moved.length + change.added.length === 0)
    throw new Refused("Nothing would be left to answer. End it instead.");

  const at = { practiceId: actor.practiceId };
  for (const { from, to } of change.moved) {
    const { key, ...days } = to;
    await tx
      .update(assessment)
      .set({ ...days, occasion: key, edition: next.edition, attempt: 1, weekNumber: weekOf(key) })
      .where(and(eq(assessment.practiceId, at.practiceId), eq(assessment.id, from.id)));
  }
  for (const { id: cancelled } of change.cancelled)
    await keepWithdrawal(scope, { id: cancelled, clientId }, "cancelled", "");
  await insertOccurrences(scope, next, change.added);
  const set = {
    rule: next.rule,
    answerWindow: next.window,
    layout: form.layout === "as-made" ? null : form.layout,
    edition: next.edition,
  };
  await tx
    .update(assignment)
    .set({ ...set, scheduledThrough: isOpenEnded(next.rule) ? through : null })
    .where(and(eq(assignment.practiceId, at.practiceId), eq(assignment.id, assignmentId)));
  await tx
    .insert(assignmentChange)
    .values({ ...at, id, assignmentId, ...set, changedBy: actor.accountId, changedAt: now });
  await recordAudit(scope, "assessments.rule-changed", { id: assignmentId, clientId });
  return { clientId };
}

async function isDone({ actor, tx }: Scope<StaffActor>, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: assignmentChange.id })
    .from(assignmentChange)
    .where(and(eq(assignmentChange.practiceId, actor.practiceId), eq(assignmentChange.id, id)));
  return rows.length > 0;
}
