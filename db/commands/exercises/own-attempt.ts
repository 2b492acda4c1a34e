import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { Attempt } from "@/lib/exercises/attempt";
import {
  attemptRating,
  attemptSeen,
  exerciseAttempt,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "../../schema/exercises";
import type { Scope } from "../../scope";

export type RecordedAttempt = typeof exerciseAttempt.$inferSelect;

/** What was recorded under this id before. An id that is somebody else's is not there. */
export async function recordedAttempt(
  { actor, tx }: Scope<ClientActor>,
  id: string,
): Promise<RecordedAttempt | undefined> {
  const [before] = await tx
    .select()
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.id, id)));
  if (before && before.clientId !== actor.clientId) throw new NotFound();
  return before;
}

/** Whether the therapist has read or rated it: from then on it stays what it was. */
export async function isTakenUp({ actor, tx }: Scope<ClientActor>, id: string): Promise<boolean> {
  const [seen] = await tx
    .select({ id: attemptSeen.id })
    .from(attemptSeen)
    .where(and(eq(attemptSeen.practiceId, actor.practiceId), eq(attemptSeen.attemptId, id)));
  const [rated] = await tx
    .select({ id: attemptRating.id })
    .from(attemptRating)
    .where(and(eq(attemptRating.practiceId, actor.practiceId), eq(attemptRating.attemptId, id)))
    .limit(1);
  return seen !== undefined || rated !== undefined;
}

/** An attempt in plain columns and two texts, the same whether it was sent just now or is read back. */
export function saidIn(attempt: Attempt) {
  const skipped = attempt.outcome === "skipped";
  const details = skipped ? attempt.skipNote && { skipNote: attempt.skipNote } : attempt.detail;
  return {
    outcome: attempt.outcome,
    skipReason: skipped ? attempt.skipReason : null,
    anxietyBefore: attempt.anxietyBefore,
    anxietyAfter: skipped ? null : attempt.anxietyAfter,
    howItWent: skipped ? null : attempt.howItWent,
    howHard: skipped ? null : attempt.howHard,
    details: details ? JSON.stringify(details) : null,
    reflection: attempt.reflection || null,
  };
}
export type Said = ReturnType<typeof saidIn>;

export const saidBefore = (row: RecordedAttempt): Said => ({
  outcome: row.outcome,
  skipReason: row.skipReason as Said["skipReason"],
  anxietyBefore: row.anxietyBefore,
  anxietyAfter: row.anxietyAfter,
  howItWent: row.howItWent,
  howHard: row.howHard,
  details: exerciseAttemptDetails.readOrNull(row.detailsSealed, row),
  reflection: exerciseAttemptReflection.readOrNull(row.reflectionSealed, row),
});

/** The same in the columns of its row. */
export const columnsOf = ({ details, reflection, ...plain }: Said, row: { practiceId: string; id: string }) => ({
  ...plain,
  detailsSealed: exerciseAttemptDetails.sealOrNull(details, row),
  reflectionSealed: exerciseAttemptReflection.sealOrNull(reflection, row),
});
