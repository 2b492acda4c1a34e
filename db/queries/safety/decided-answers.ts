import { and, desc, eq, lt } from "drizzle-orm";
import { assessment, assessmentAnswer, assessmentAnswerValue, instrumentVersion } from "@/db/schema/assessments";
import { checkAnswer, checkAnswerValue, checkSitting } from "@/db/schema/check-sitting";
import { safetyDecision } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { isSafety, versionOfSitting } from "@/db/sitting-joins";
import { atOnce } from "@/lib/at-once";
import type { DecidedAnswer } from "@/lib/safety/check-result";

/**
 * What a client had said in safety questions before a clinician last decided about the gate. Said again it keeps the gate
 * waiting and raises no new alarm. The caller has looked the client up in scope.
 */
export async function decidedAnswers({ actor, tx }: Scope, clientId: string): Promise<DecidedAnswer[]> {
  const { practiceId } = actor;
  const [decision] = await tx
    .select({ at: safetyDecision.decidedAt })
    .from(safetyDecision)
    .where(and(eq(safetyDecision.practiceId, practiceId), eq(safetyDecision.clientId, clientId)))
    .orderBy(desc(safetyDecision.decidedAt))
    .limit(1);
  if (!decision) return [];
  const given = tx
    .select({ id: checkAnswer.id, itemId: checkAnswer.itemId, form: checkAnswer.form, sealed: checkAnswer.valueSealed })
    .from(checkAnswer)
    .innerJoin(
      checkSitting,
      and(eq(checkSitting.practiceId, checkAnswer.practiceId), eq(checkSitting.id, checkAnswer.sittingId)),
    )
    .where(
      and(
        eq(checkSitting.practiceId, practiceId),
        eq(checkSitting.clientId, clientId),
        lt(checkAnswer.answeredAt, decision.at),
      ),
    );
  // From before sittings were kept apart.
  const earlier = tx
    .select({
      assessmentId: assessment.id,
      itemId: assessmentAnswer.itemId,
      form: assessmentAnswer.form,
      sealed: assessmentAnswer.valueSealed,
    })
    .from(assessmentAnswer)
    .innerJoin(
      assessment,
      and(eq(assessment.practiceId, assessmentAnswer.practiceId), eq(assessment.id, assessmentAnswer.assessmentId)),
    )
    .innerJoin(instrumentVersion, versionOfSitting)
    .where(
      and(
        eq(assessment.practiceId, practiceId),
        eq(assessment.clientId, clientId),
        isSafety,
        lt(assessmentAnswer.answeredAt, decision.at),
      ),
    );
  const said = await atOnce({ given, earlier });
  const opened = [
    ...said.given.map(({ id, sealed, ...one }) => ({
      ...one,
      value: sealed && checkAnswerValue.readJson(sealed, { practiceId, id }),
    })),
    ...said.earlier.map(({ assessmentId, sealed, ...one }) => ({
      ...one,
      value: sealed && assessmentAnswerValue.readJson(sealed, { practiceId, assessmentId, ...one }),
    })),
  ];
  return opened.flatMap(({ value, ...one }) => (typeof value === "number" ? [{ ...one, value }] : []));
}
