import { and, asc, eq, gte } from "drizzle-orm";
import { exerciseAttempt } from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import type { FormedAttempt } from "@/lib/exercises/attempt";
import type { LocalDate } from "@/lib/time/local-date";

/** What the person who asks did from a day on, without any words: for marks and for choosing today's exercise. */
export async function getOwnAttempts({ actor, tx }: Scope<ClientActor>, from: LocalDate): Promise<FormedAttempt[]> {
  return tx
    .select({
      exercise: exerciseAttempt.exerciseKey,
      form: exerciseAttempt.form,
      date: exerciseAttempt.localDate,
      outcome: exerciseAttempt.outcome,
    })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, actor.clientId),
        gte(exerciseAttempt.localDate, from),
      ),
    )
    .orderBy(asc(exerciseAttempt.recordedAt), asc(exerciseAttempt.exerciseKey));
}
