import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { therapistRatingSchema } from "@/lib/exercises/attempt";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { attemptRating, exerciseAttempt } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

export const ratingForm = z.strictObject({
  attemptId: z.uuid(),
  rating: z.string().regex(/^\d$/).transform(Number).pipe(therapistRatingSchema),
});

/** How an exercise was practised, 0–4, as the therapist sees it. Rating anew adds a row; the newest counts. */
export async function rateAttempt(
  scope: Scope<StaffActor>,
  { attemptId, rating }: z.infer<typeof ratingForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.steer");
  const [attempt] = await tx
    .select({ clientId: exerciseAttempt.clientId, outcome: exerciseAttempt.outcome })
    .from(exerciseAttempt)
    .innerJoin(client, and(eq(client.practiceId, exerciseAttempt.practiceId), eq(client.id, exerciseAttempt.clientId)))
    .where(and(visibleClients(scope, "change"), eq(exerciseAttempt.id, attemptId)));
  if (!attempt || attempt.outcome === "skipped") throw new NotFound();
  const id = randomUUID();
  await tx
    .insert(attemptRating)
    .values({ practiceId: actor.practiceId, id, attemptId, rating, ratedBy: actor.accountId, ratedAt: now });
  await recordAudit(scope, "exercises.rated", { id, clientId: attempt.clientId });
}
