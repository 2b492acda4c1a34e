import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import {
  attemptRating,
  exerciseAttempt,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { readAttemptDetail } from "@/lib/exercises/attempt";
import type { GivenAttempt } from "@/lib/exercises/attempt-lines";
import type { ExerciseForm } from "@/lib/exercises/exercise";

const attemptRatingRow = alias(attemptRating, "r");

/** With everything that the client gave: it is read where it is rated. */
export type LoggedExercise = GivenAttempt & {
  id: string;
  exercise: string;
  form: ExerciseForm;
  date: string;
  loggedAt: Date;
  /** The newest rating by a therapist, 0 to 4. */
  rating: number | null;
};

/** The oldest first, opened. The caller has looked the client up in scope, and records that they were read. */
export async function loggedExercises({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<LoggedExercise[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: exerciseAttempt.id,
      exercise: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      date: exerciseAttempt.localDate,
      loggedAt: exerciseAttempt.recordedAt,
      outcome: exerciseAttempt.outcome,
      skipReason: exerciseAttempt.skipReason,
      anxietyBefore: exerciseAttempt.anxietyBefore,
      anxietyAfter: exerciseAttempt.anxietyAfter,
      howItWent: exerciseAttempt.howItWent,
      howHard: exerciseAttempt.howHard,
      rating: qualified<number | null>`(select ${attemptRatingRow.rating} from ${attemptRating} ${attemptRatingRow}
        where ${attemptRatingRow.practiceId} = ${exerciseAttempt.practiceId} and ${attemptRatingRow.attemptId} = ${exerciseAttempt.id}
        order by ${attemptRatingRow.ratedAt} desc, ${attemptRatingRow.id} limit 1)`,
      detailsSealed: exerciseAttempt.detailsSealed,
      reflectionSealed: exerciseAttempt.reflectionSealed,
    })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, practiceId), eq(exerciseAttempt.clientId, clientId)))
    .orderBy(asc(exerciseAttempt.localDate), asc(exerciseAttempt.recordedAt), asc(exerciseAttempt.exerciseKey));
  return rows.map(({ detailsSealed, reflectionSealed, ...row }) => ({
    ...row,
    ...readAttemptDetail(exerciseAttemptDetails.readOrNull(detailsSealed, { practiceId, id: row.id })),
    reflection: exerciseAttemptReflection.readOrNull(reflectionSealed, { practiceId, id: row.id }),
  }));
}
