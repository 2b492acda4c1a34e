import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { dimensionForms } from "@/lib/assessments/dimension";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { dimensionRelease } from "../../schema/dimension-release";
import type { Scope } from "../../scope";
import { lockClientAssessment } from "./lock-client-assessment";

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
  const sitting = await lockClientAssessment(scope, assessmentId);
  const isTheirs = dimensionForms.some((key) => key === sitting.instrument.key);
  if (!isTheirs || !sitting.submittedAt || sitting.withdrawn) throw new NotFound();
  const [latest] = await tx
    .select({ decision: dimensionRelease.decision, at: dimensionRelease.decidedAt })
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
    decidedAt: afterAll(latest ? [latest.at] : [], now),
  });
  await recordAudit(scope, `assessments.dimensions-${decision}`, {
    id: assessmentId,
    clientId: sitting.clientId,
  });
}
