import { randomUUID } from "node:crypto";
import { requireExercise } from "@/db/queries/exercises/exercise-access";
import type { ClientActor } from "@/lib/actor";
import type { DraftForm } from "@/lib/exercises/attempt-form";
import { authorize } from "@/lib/policy";
import { exerciseDraft, exerciseDraftContent } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { isRecorded } from "./own-attempt";

/** Keeps what was typed so far. A draft that comes after its attempt was recorded is late and is let go. */
export async function saveDraft(scope: Scope<ClientActor>, { id, key, form, fields }: DraftForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  if (await isRecorded(scope, id)) return;
  const { exercise } = await requireExercise(scope, key);
  const content = JSON.stringify({ id, page: exercise.page, fields });
  const contentSealed = exerciseDraftContent.seal(content, { ...actor, exerciseKey: key, form });
  await tx
    .insert(exerciseDraft)
    .values({
      practiceId: actor.practiceId,
      id: randomUUID(),
      clientId: actor.clientId,
      exerciseKey: key,
      form,
      contentSealed,
      savedAt: now,
    })
    .onConflictDoUpdate({
      target: [exerciseDraft.practiceId, exerciseDraft.clientId, exerciseDraft.exerciseKey, exerciseDraft.form],
      set: { contentSealed, savedAt: now },
    });
}
