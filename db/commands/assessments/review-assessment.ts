import { and, eq, isNotNull } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { assessment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { lockClientAssessment } from "./lock-client-assessment";

export type ReviewMark = "reviewed" | "discussed" | "not-discussed";

/** Marks an answered assessment: read by the therapist, or talked about in a session, which the client sees. */
export async function markAssessment(
  scope: Scope<StaffActor>,
  { assessmentId, mark }: { assessmentId: string; mark: ReviewMark },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const sitting = await lockClientAssessment(scope, assessmentId);
  if (!sitting.submittedAt) throw new Refused("There are no answers to look at yet.");
  const isMarked = {
    reviewed: sitting.reviewedAt,
    discussed: sitting.discussedAt,
    "not-discussed": !sitting.discussedAt,
  };
  if (isMarked[mark]) return;
  const review = { reviewedBy: actor.accountId, reviewedAt: now };
  const set = {
    reviewed: review,
    discussed: { discussedBy: actor.accountId, discussedAt: now, ...(sitting.reviewedAt ? {} : review) },
    "not-discussed": { discussedBy: null, discussedAt: null },
  }[mark];
  await tx
    .update(assessment)
    .set(set)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.id, assessmentId),
        isNotNull(assessment.submittedAt),
      ),
    );
  await recordAudit(scope, `assessments.${mark}`, { id: assessmentId, clientId: sitting.clientId });
}
