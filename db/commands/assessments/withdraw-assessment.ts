import { randomUUID } from "node:crypto";
import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound, Refused } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { recordAudit } from "../../audit";
import { assessment, assessmentWithdrawal, assignment } from "../../schema/assessments";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { sealOrNull } from "../../sealed";
import { visibleClients } from "../../visibility";
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

/** Ends a rule: what is answered stays, what is not yet answered is cancelled. */
export async function cancelAssignment(scope: Scope<StaffActor>, assignmentId: string): Promise<{ cancelled: number }> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const [row] = await tx
    .select({ id: assignment.id, clientId: assignment.clientId, endedAt: assignment.endedAt })
    .from(assignment)
    .innerJoin(client, and(eq(client.practiceId, assignment.practiceId), eq(client.id, assignment.clientId)))
    .where(
      and(
        visibleClients(scope, "change"),
        eq(assignment.practiceId, actor.practiceId),
        eq(assignment.id, assignmentId),
      ),
    )
    .for("update", { of: assignment });
  if (!row) throw new NotFound();
  if (row.endedAt) return { cancelled: 0 };
  await tx
    .update(assignment)
    .set({ endedBy: actor.accountId, endedAt: now })
    .where(and(eq(assignment.practiceId, actor.practiceId), eq(assignment.id, assignmentId)));
  const open = await tx
    .select({ id: assessment.id, clientId: assessment.clientId })
    .from(assessment)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.assignmentId, assignmentId),
        isNull(assessment.submittedAt),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(assessmentWithdrawal)
            .where(
              and(
                eq(assessmentWithdrawal.practiceId, assessment.practiceId),
                eq(assessmentWithdrawal.assessmentId, assessment.id),
              ),
            ),
        ),
      ),
    )
    .for("update");
  for (const sitting of open) await keepWithdrawal(scope, sitting, "cancelled", "");
  await recordAudit(scope, "assessments.assignment-ended", {
    kind: "assignment",
    id: assignmentId,
    clientId: row.clientId,
  });
  return { cancelled: open.length };
}

async function keepWithdrawal(
  scope: Scope<StaffActor>,
  sitting: { id: string; clientId: string },
  kind: "cancelled" | "voided",
  reason: string,
): Promise<void> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  const place = { practiceId: actor.practiceId, table: "assessment_withdrawal", column: "reason", rowId: id };
  await tx.insert(assessmentWithdrawal).values({
    practiceId: actor.practiceId,
    id,
    assessmentId: sitting.id,
    kind,
    reasonSealed: sealOrNull(reason, place),
    withdrawnBy: actor.accountId,
    withdrawnAt: now,
  });
  await recordAudit(scope, `assessments.${kind}`, { kind: "assessment", id: sitting.id, clientId: sitting.clientId });
}
