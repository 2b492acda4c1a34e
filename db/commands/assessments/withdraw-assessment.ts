import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { scheduledOccurrences } from "@/db/queries/assessments/scheduled-occurrences";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessmentWithdrawal, assessmentWithdrawalReason, assignment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { lockAssignment } from "./lock-assignment";
import { lockClientAssessment } from "./lock-client-assessment";

/** Takes one sitting back: cancelled while it is open, voided once it was sent, which needs a reason. */
export async function withdrawAssessment(
  scope: Scope<StaffActor>,
  { assessmentId, reason }: { assessmentId: string; reason: string },
): Promise<"cancelled" | "voided"> {
  authorize(scope.actor, "assessments.assign");
  const sitting = await lockClientAssessment(scope, assessmentId);
  const kind = sitting.submittedAt ? "voided" : "cancelled";
  if (sitting.withdrawn) return sitting.withdrawn;
  if (kind === "voided" && !reason.trim()) {
    throw new Refused("Say why these answers should not count.", {
      reason: "Write why, such as: the wrong person answered.",
    });
  }
  await keepWithdrawal(scope, sitting, kind, reason.trim());
  return kind;
}

/** Ends a rule: what is answered or begun stays, what nobody has touched is cancelled. */
export async function cancelAssignment(scope: Scope<StaffActor>, assignmentId: string): Promise<{ cancelled: number }> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const row = await lockAssignment(scope, assignmentId);
  if (row.endedAt) return { cancelled: 0 };
  await tx
    .update(assignment)
    .set({ endedBy: actor.accountId, endedAt: now, scheduledThrough: null })
    .where(and(eq(assignment.practiceId, actor.practiceId), eq(assignment.id, assignmentId)));
  const scheduled = await scheduledOccurrences(scope, row, localDate(now, row.zone));
  const open = scheduled.filter(({ isTouched }) => !isTouched);
  for (const { id } of open) await keepWithdrawal(scope, { id, clientId: row.clientId }, "cancelled", "");
  await recordAudit(scope, "assessments.assignment-ended", {
    id: assignmentId,
    clientId: row.clientId,
  });
  return { cancelled: open.length };
}

export async function keepWithdrawal(
  scope: Scope<StaffActor>,
  sitting: { id: string; clientId: string },
  kind: "cancelled" | "voided",
  reason: string,
): Promise<void> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(assessmentWithdrawal).values({
    practiceId: actor.practiceId,
    id,
    assessmentId: sitting.id,
    kind,
    reasonSealed: assessmentWithdrawalReason.sealOrNull(reason, { practiceId: actor.practiceId, id }),
    withdrawnBy: actor.accountId,
    withdrawnAt: now,
  });
  await recordAudit(scope, `assessments.${kind}`, { id: sitting.id, clientId: sitting.clientId });
}
