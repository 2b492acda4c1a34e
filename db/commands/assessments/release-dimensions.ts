import { randomUUID } from "node:crypto";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { recordAudit } from "../../audit";
import { assessment, assessmentWithdrawal, instrumentVersion } from "../../schema/assessments";
import { client } from "../../schema/clients";
import { dimensionRelease } from "../../schema/dimension-release";
import type { Scope } from "../../scope";
import { versionOfSitting, withdrawalOfSitting } from "../../sitting-joins";
import { visibleClients } from "../../visibility";

export const releaseForm = z.strictObject({ assessmentId: z.uuid(), decision: z.enum(["released", "withdrawn"]) });

/**
 * Lets the client see their own five dimensions of one sitting, or takes that back from their next page on. Deciding
 * the same twice adds nothing. Whether the gate is clear is asked again each time the client looks.
 */
export async function releaseDimensions(
  scope: Scope<StaffActor>,
  { assessmentId, decision }: z.infer<typeof releaseForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const [sitting] = await tx
    .select({ id: assessment.id, clientId: assessment.clientId })
    .from(assessment)
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        visibleClients(scope, "change"),
        eq(assessment.id, assessmentId),
        eq(instrumentVersion.key, "five-dimensions"),
        isNotNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
      ),
    )
    .for("update", { of: assessment });
  if (!sitting) throw new NotFound();
  const [latest] = await tx
    .select({ decision: dimensionRelease.decision })
    .from(dimensionRelease)
    .where(and(eq(dimensionRelease.practiceId, actor.practiceId), eq(dimensionRelease.assessmentId, assessmentId)))
    .orderBy(desc(dimensionRelease.decidedAt), desc(dimensionRelease.id))
    .limit(1);
  if ((latest?.decision ?? "withdrawn") === decision) return;
  await tx.insert(dimensionRelease).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    assessmentId,
    decision,
    decidedBy: actor.accountId,
    decidedAt: now,
  });
  await recordAudit(scope, `assessments.dimensions-${decision}`, {
    kind: "assessment",
    id: assessmentId,
    clientId: sitting.clientId,
  });
}
