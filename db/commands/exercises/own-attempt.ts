import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { exerciseAttempt, exerciseDraft } from "../../schema/exercises";
import type { Scope } from "../../scope";

/** True when this attempt was recorded before. An id that is somebody else's is not there. */
export async function isRecorded({ actor, tx }: Scope<ClientActor>, id: string): Promise<boolean> {
  const [before] = await tx
    .select({ clientId: exerciseAttempt.clientId })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.id, id)));
  if (before && before.clientId !== actor.clientId) throw new NotFound();
  return before !== undefined;
}

export async function dropDraft(
  { actor, tx }: Scope<ClientActor>,
  { key, form }: { key: string; form: ExerciseForm },
): Promise<void> {
  await tx
    .delete(exerciseDraft)
    .where(
      and(
        eq(exerciseDraft.practiceId, actor.practiceId),
        eq(exerciseDraft.clientId, actor.clientId),
        eq(exerciseDraft.exerciseKey, key),
        eq(exerciseDraft.form, form),
      ),
    );
}
