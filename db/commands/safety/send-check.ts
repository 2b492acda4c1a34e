import { and, eq, isNull } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment } from "../../schema/assessments";
import { checkSitting } from "../../schema/check-sitting";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";
import { keepCheckResult } from "./keep-check-result";
import { lockOwnSitting } from "./lock-own-check";

/** Sends a sitting, gaps and all. Sent twenty times, it has one effect; the card stays, and can be opened anew. */
export async function sendCheck(scope: Scope<ClientActor>, { sittingId }: { sittingId: string }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { assessmentId, instrument, isSent, isSubmitted } = await lockOwnSitting(scope, sittingId);
  if (isSent) return;
  const { practiceId, clientId } = actor;
  await tx
    .update(checkSitting)
    .set({ sentAt: now })
    .where(and(eq(checkSitting.practiceId, practiceId), eq(checkSitting.id, sittingId)));
  if (!isSubmitted)
    await tx
      .update(assessment)
      .set({ submittedAt: now, localDate: localDate(now, actor.zone) })
      .where(
        and(eq(assessment.practiceId, practiceId), eq(assessment.id, assessmentId), isNull(assessment.submittedAt)),
      );
  await keepCheckResult(scope, { assessmentId, instrument });
  await noteActivity(scope, "assessment");
  await recordAudit(scope, "safety.screened", { id: assessmentId, clientId });
}
