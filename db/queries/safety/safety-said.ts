import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { recordAudits } from "@/db/audit";
import { answersOfAll } from "@/db/queries/assessments/answers";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import { safetyEventAnswer, safetyEventAnswerDetail } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { unreadable } from "@/db/sealed";
import { withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type SaidAnswer, type SaidStatus, saidAnswerSchema, saidStatus } from "@/lib/safety/said-answers";
import { newestAnswers } from "./check-sittings";
import type { EventRecord } from "./safety-events";

export type SaidInEvent = SaidAnswer & { id: string; assessmentId: string; givenAt: Date; standing: SaidStatus };

/**
 * What was answered in events that the caller may open, oldest first, with what became of it since. Opening it is
 * recorded, one entry for each event that holds something.
 */
export async function saidIn(
  scope: Scope<StaffActor>,
  events: readonly Pick<EventRecord, "id" | "clientId">[],
): Promise<Map<string, SaidInEvent[]>> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const said = new Map<string, SaidInEvent[]>();
  if (events.length === 0) return said;
  const rows = await tx
    .select({
      id: safetyEventAnswer.id,
      eventId: safetyEventAnswer.eventId,
      assessmentId: safetyEventAnswer.assessmentId,
      detailSealed: safetyEventAnswer.detailSealed,
      isDanger: safetyEventAnswer.isDanger,
      givenAt: safetyEventAnswer.givenAt,
      isSent: sql<boolean>`${assessment.submittedAt} is not null`,
      isVoided: sql<boolean>`${assessmentWithdrawal.id} is not null`,
    })
    .from(safetyEventAnswer)
    .innerJoin(
      assessment,
      and(eq(assessment.practiceId, safetyEventAnswer.practiceId), eq(assessment.id, safetyEventAnswer.assessmentId)),
    )
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(safetyEventAnswer.practiceId, practiceId),
        inArray(
          safetyEventAnswer.eventId,
          events.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(safetyEventAnswer.givenAt));
  const cards = [...new Set(rows.map(({ assessmentId }) => assessmentId))];
  const { answers, inChecks } = await atOnce({
    answers: answersOfAll(scope, cards),
    inChecks: newestAnswers(scope, cards),
  });
  for (const { eventId, detailSealed, isDanger, isSent, isVoided, ...row } of rows) {
    const kept = safetyEventAnswerDetail.readJson(detailSealed, { practiceId, id: row.id });
    const one = kept === undefined ? unreadableAnswer(isDanger) : saidAnswerSchema.parse(kept);
    const standing = saidStatus(one, {
      answers: [...(answers.get(row.assessmentId) ?? []), ...(inChecks.get(row.assessmentId) ?? [])],
      isSent,
      isVoided,
    });
    said.set(eventId, [...(said.get(eventId) ?? []), { ...one, ...row, standing }]);
  }
  const opened = events.filter(({ id }) => said.has(id));
  await recordAudits(
    scope,
    "safety.answers-read",
    opened.map(({ id, clientId }) => ({ id, clientId })),
  );
  return said;
}

/** That something was answered stays known, also where what it was does not open any more. */
const unreadableAnswer = (isDanger: boolean): SaidAnswer => ({
  ...{ instrument: "A questionnaire", form: "now", itemId: null, scale: null, question: "A question", value: null },
  ...{
    answer: unreadable,
    sentence: "An answer that asked for somebody. It cannot be read any more.",
    effect: isDanger ? "crisis" : "concern",
  },
});
