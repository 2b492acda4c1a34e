import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { answersOf, type StoredAnswer } from "@/db/queries/assessments/answers";
import type { ClientActor } from "@/lib/actor";
import { answeringTime } from "@/lib/assessments/answering-time";
import { responseFlags } from "@/lib/assessments/flags";
import { scoreResponse } from "@/lib/assessments/score";
import { validateAnswers } from "@/lib/assessments/validate-answers";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment, assessmentFlag, assessmentScore } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";
import { tellTherapist } from "../letters/tell-therapist";
import { beginIfArrived } from "../protocol/begin-weeks";
import { actOnCriticalAnswers } from "../safety/open-critical-event";
import { CLOSED, lockOwnAssessment } from "./lock-own-assessment";

/** Freezes the answers and scores them. Sent twenty times, it has one effect and twenty times the same answer. */
export async function submitAssessment(scope: Scope<ClientActor>, id: string): Promise<{ isFirst: boolean }> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const sitting = await lockOwnAssessment(scope, id);
  if (!sitting) throw new NotFound();
  if (sitting.submittedAt) return { isFirst: false };
  if (sitting.isClosed) throw new Refused(CLOSED);

  const { instrument } = sitting;
  if (instrument.sensitivity === "safety") throw new NotFound();
  const stored = await answersOf(scope, id);
  const [problem] = validateAnswers(instrument, stored);
  if (problem) throw new Refused(problem.sentence, { [problem.itemId ?? "form"]: problem.sentence });

  const { clientId } = actor;
  await actOnCriticalAnswers(scope, { clientId, assessmentId: id, instrument, answers: stored, saved: null });
  const row = { practiceId: actor.practiceId, assessmentId: id };
  const scales = scoreResponse(instrument, stored);
  if (scales.length > 0) {
    await tx.insert(assessmentScore).values(
      scales.map((scale) => ({
        ...row,
        id: randomUUID(),
        form: scale.form,
        scaleKey: scale.scale,
        status: scale.status,
        score: scale.score,
        answered: scale.answered,
        items: scale.items,
        instrumentVersionId: sitting.instrumentVersionId,
      })),
    );
  }
  const flags = responseFlags(instrument, stored, answeringTime(stored.map(givenAt)));
  if (flags.length > 0) {
    await tx
      .insert(assessmentFlag)
      .values(flags.map(({ kind, ...detail }) => ({ ...row, id: randomUUID(), kind, detail })))
      .onConflictDoNothing();
  }
  await tx
    .update(assessment)
    .set({ submittedAt: now, localDate: localDate(now, actor.zone) })
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.id, id)));
  await noteActivity(scope, "assessment");
  await tellTherapist(scope, { id, clientId: actor.clientId, group: "answers", arrivesAt: now });
  await recordAudit(scope, "assessments.submitted", { id, clientId: actor.clientId });
  await beginIfArrived(scope, actor.clientId);
  return { isFirst: true };
}

/** Answers that waited for a network arrive all at once; they were not given all at once. */
const givenAt = ({ answeredAt, waitedMs }: StoredAnswer): Date => new Date(answeredAt.getTime() - waitedMs);
