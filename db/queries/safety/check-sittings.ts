import { and, asc, eq, inArray } from "drizzle-orm";
import { checkAnswer, checkAnswerValue, checkSitting } from "@/db/schema/check-sitting";
import type { Scope } from "@/db/scope";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import {
  type CheckResult,
  type DecidedAnswer,
  latestAnswers,
  mostCareful,
  sittingResult,
} from "@/lib/safety/check-result";

export type SittingAnswer = Answer & { id: string; answeredAt: Date; isWords: boolean };

export type SittingRecord = {
  id: string;
  wasPrivate: boolean;
  beganAt: Date;
  sentAt: Date | null;
  /** Everything that was said, in order; what was changed or taken back too. */
  given: SittingAnswer[];
};

/** Every opening of a card whose client the caller has looked up in scope, oldest first. */
export async function sittingsOf({ actor, tx }: Scope, assessmentId: string): Promise<SittingRecord[]> {
  const { practiceId } = actor;
  const sittings = await tx
    .select({
      id: checkSitting.id,
      wasPrivate: checkSitting.wasPrivate,
      beganAt: checkSitting.beganAt,
      sentAt: checkSitting.sentAt,
    })
    .from(checkSitting)
    .where(and(eq(checkSitting.practiceId, practiceId), eq(checkSitting.assessmentId, assessmentId)))
    .orderBy(asc(checkSitting.beganAt), asc(checkSitting.id));
  if (sittings.length === 0) return [];
  const ids = sittings.map(({ id }) => id);
  const rows = await tx
    .select()
    .from(checkAnswer)
    .where(and(eq(checkAnswer.practiceId, practiceId), inArray(checkAnswer.sittingId, ids)))
    .orderBy(asc(checkAnswer.number));
  const given = rows.map(({ id, sittingId, itemId, form, valueSealed, isWords, answeredAt }) => {
    const opened: unknown = valueSealed && checkAnswerValue.readJson(valueSealed, { practiceId, id });
    const value = typeof opened === "number" || typeof opened === "string" ? opened : null;
    return { id, sittingId, itemId, form, value: valueSealed ? value : null, isWords, answeredAt };
  });
  return sittings.map((sitting) => ({
    ...sitting,
    given: given.filter(({ sittingId }) => sittingId === sitting.id).map(({ sittingId: _, ...one }) => one),
  }));
}

/**
 * What a card amounts to: the most careful of its sittings. One that was opened again without a word says nothing beside
 * one that was sent. Null before the first.
 */
export function cardResult(
  instrument: Instrument,
  sittings: readonly SittingRecord[],
  decided: readonly DecidedAnswer[],
): CheckResult | null {
  const isSent = sittings.some(({ sentAt }) => sentAt !== null);
  const counted = sittings.filter(({ given, sentAt }) => !isSent || sentAt !== null || given.length > 0);
  return mostCareful(
    counted.map(({ wasPrivate, sentAt, given }) =>
      sittingResult(instrument, { wasPrivate, isSent: sentAt !== null, given }, decided),
    ),
  );
}

/** The newest answers on some cards, from whichever sitting; none for what was answered elsewhere. */
export async function newestAnswers(scope: Scope, assessmentIds: readonly string[]): Promise<Map<string, Answer[]>> {
  const cards = await atOnce(Object.fromEntries(assessmentIds.map((id) => [id, sittingsOf(scope, id)])));
  return new Map(
    Object.entries(cards).map(([id, sittings]) => [id, latestAnswers(sittings.flatMap(({ given }) => given))]),
  );
}
