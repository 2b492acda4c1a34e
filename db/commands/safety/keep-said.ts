import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { CriticalHit } from "@/lib/assessments/critical";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { isSameSaid, saidAnswerSchema, saidAnswers } from "@/lib/safety/said-answers";
import { safetyEventAnswer, safetyEventAnswerDetail } from "../../schema/safety";
import type { Scope } from "../../scope";

type Said = {
  eventId: string;
  assessmentId: string;
  instrument: Instrument;
  hits: readonly CriticalHit[];
  answers: readonly Answer[];
};

/** Keeps with an event what was answered, each once. The client is locked by whoever opened the event. */
export async function keepSaid(
  { actor, tx, now }: Scope,
  { eventId, assessmentId, instrument, hits, answers }: Said,
): Promise<void> {
  const { practiceId } = actor;
  const rows = await tx
    .select({ id: safetyEventAnswer.id, detailSealed: safetyEventAnswer.detailSealed })
    .from(safetyEventAnswer)
    .where(
      and(
        eq(safetyEventAnswer.practiceId, practiceId),
        eq(safetyEventAnswer.eventId, eventId),
        eq(safetyEventAnswer.assessmentId, assessmentId),
      ),
    );
  // One that does not open any more stops nobody from saying it: it is kept once more.
  const kept = rows.flatMap(({ id, detailSealed }) => {
    const said = safetyEventAnswerDetail.readJson(detailSealed, { practiceId, id });
    return said === undefined ? [] : [saidAnswerSchema.parse(said)];
  });
  const fresh = saidAnswers(instrument, hits, answers).filter((one) => !kept.some((other) => isSameSaid(one, other)));
  if (fresh.length === 0) return;
  await tx.insert(safetyEventAnswer).values(
    fresh.map((one) => {
      const id = randomUUID();
      return {
        practiceId,
        id,
        eventId,
        assessmentId,
        detailSealed: safetyEventAnswerDetail.seal(JSON.stringify(one), { practiceId, id }),
        isDanger: one.effect === "crisis" || one.effect === "stop",
        givenAt: now,
      };
    }),
  );
}
