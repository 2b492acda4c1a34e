import { and, asc, eq, gte } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import type { FormedAttempt } from "@/lib/domain/exercises/adherence";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { exerciseAttempt } from "../schema/exercises";
import type { Scope } from "../scope";

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
