import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { reasonShape } from "@/lib/protocol/decision-form";
import { recordAudit } from "../../audit";
import { enrolment, enrolmentMove, enrolmentMoveReason, protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { syncAssignedAssessments } from "../assessments/sync-assigned-assessments";
import { lockPath } from "./lock-path";
import { syncProtocolAssessments } from "./sync-protocol-assessments";

export const moveForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  versionId: z.uuid("Choose a version."),
  reason: reasonShape,
});

/** Puts one running enrolment on another published version, from the client's today. The days before keep theirs. */
export async function moveEnrolment(
  scope: Scope<StaffActor>,
  { id, clientId, versionId, reason }: z.infer<typeof moveForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const { path, today } = await lockPath(scope, clientId);
  const [target] = await tx
    .select({ id: protocolVersion.id })
    .from(protocolVersion)
    .where(
      and(
        eq(protocolVersion.practiceId, practiceId),
        eq(protocolVersion.id, versionId),
        isNotNull(protocolVersion.publishedAt),
      ),
    );
  if (!target) throw new NotFound();
  if (path.protocolVersionId === versionId) throw new Refused("This path is on that version already.");
  await tx.insert(enrolmentMove).values({
    practiceId,
    id,
    enrolmentId: path.id,
    fromVersionId: path.protocolVersionId,
    toVersionId: versionId,
    effectiveOn: today,
    reasonSealed: enrolmentMoveReason.seal(reason, { practiceId, id }),
    movedBy: actor.accountId,
    movedAt: now,
  });
  await tx
    .update(enrolment)
    .set({ protocolVersionId: versionId })
    .where(and(eq(enrolment.practiceId, practiceId), eq(enrolment.id, path.id)));
  const moved = await enrolmentOf(scope, clientId);
  if (moved) {
    await syncProtocolAssessments(scope, { clientId, path: moved, today, at: now, decisionId: null });
    await syncAssignedAssessments(scope, { clientId, zone: moved.zone, at: now, decisionId: null });
  }
  await recordAudit(scope, "protocol.enrolment-moved", { id, clientId });
}
