import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { answersOf } from "@/db/queries/assessments/answers";
import type { ClientActor } from "@/lib/actor";
import type { AnswerForm } from "@/lib/assessments/answer-form";
import { readAnswerValue } from "@/lib/assessments/answer-value";
import { validateAnswers } from "@/lib/assessments/validate-answers";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { assessment, assessmentAnswer, assessmentAnswerValue } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { actOnCriticalAnswers } from "../safety/open-critical-event";
import { CLOSED, lockOwnAssessment } from "./lock-own-assessment";

/** Keeps one answer while the person goes through the statements. The newest answer to a statement stands. */
export async function saveAnswer(scope: Scope<ClientActor>, form: AnswerForm): Promise<{ crisis: boolean }> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const sitting = await lockOwnAssessment(scope, form.assessmentId);
  if (!sitting) throw new NotFound();
  if (sitting.submittedAt)
    throw new Refused("These answers are with your therapist already, so they stay as they are.");
  if (sitting.isClosed) throw new Refused(CLOSED);
  const { instrument } = sitting;
  // Safety questions have a door of their own: db/commands/safety/begin-check.ts.
  if (instrument.sensitivity === "safety") throw new NotFound();
  const value = readAnswerValue(instrument, form.itemId, form.value);
  const [problem] = validateAnswers(instrument, [{ itemId: form.itemId, form: form.form, value }], true);
  if (problem) throw new Refused(problem.sentence);

  const row = {
    practiceId: actor.practiceId,
    id: randomUUID(),
    assessmentId: sitting.id,
    itemId: form.itemId,
    form: form.form,
  };
  const stored = {
    value: typeof value === "string" ? null : value,
    valueSealed: typeof value === "string" ? assessmentAnswerValue.seal(JSON.stringify(value), row) : null,
    answeredAt: now,
    waitedMs: form.waited ?? 0,
  };
  await tx
    .insert(assessmentAnswer)
    .values({ ...row, ...stored })
    .onConflictDoUpdate({
      target: [
        assessmentAnswer.practiceId,
        assessmentAnswer.assessmentId,
        assessmentAnswer.itemId,
        assessmentAnswer.form,
      ],
      set: stored,
    });
  if (!sitting.startedAt) await markStarted(scope, sitting.id);
  return actOnCriticalAnswers(scope, {
    clientId: actor.clientId,
    assessmentId: sitting.id,
    instrument,
    answers: await answersOf(scope, sitting.id),
    saved: form,
  });
}

async function markStarted(scope: Scope<ClientActor>, id: string): Promise<void> {
  const { actor, tx, now } = scope;
  await tx
    .update(assessment)
    .set({ startedAt: sql`coalesce(${assessment.startedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.id, id), isNull(assessment.submittedAt)));
  await recordAudit(scope, "assessments.started", { id, clientId: actor.clientId });
}
