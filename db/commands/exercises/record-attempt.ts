import { requireExercise } from "@/db/queries/exercises/exercise-access";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { Attempt } from "@/lib/exercises/attempt";
import type { AttemptForm, SkipForm } from "@/lib/exercises/attempt-form";
import type { ExerciseForm, ExercisePage } from "@/lib/exercises/exercise";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { exerciseAttempt, exerciseAttemptDetails, exerciseAttemptReflection } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { noteActivity } from "../clients/note-activity";
import { tellTherapist } from "../letters/tell-therapist";
import { dropDraft, isRecorded } from "./own-attempt";

/**
 * Keeps an exercise done or tried in the form of the page that it was done on, and ends its draft. Sent again, it changes
 * nothing. A page that was opened before the form changed is kept as what it was: it is what happened.
 */
export async function recordAttempt(scope: Scope<ClientActor>, { id, key, form, attempt }: AttemptForm): Promise<void> {
  await keep(scope, { id, key, form }, () => attempt);
}

/** Keeps that an exercise was left out today, and why. A skip is as good an answer as any. */
export async function skipExercise(
  scope: Scope<ClientActor>,
  { id, key, form, reason, note }: SkipForm,
): Promise<void> {
  const common = { anxietyBefore: null, reflection: null };
  await keep(scope, { id, key, form }, (page) => ({
    outcome: "skipped",
    page,
    skipReason: reason,
    skipNote: note,
    ...common,
  }));
}

async function keep(
  scope: Scope<ClientActor>,
  { id, key, form }: { id: string; key: string; form: ExerciseForm },
  attemptOn: (page: ExercisePage) => Attempt,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  if (await isRecorded(scope, id)) return;
  const { exercise, enrolmentId, today } = await requireExercise(scope, key);
  const attempt = attemptOn(exercise.page);
  const skipped = attempt.outcome === "skipped";
  if (!skipped && attempt.detail && attempt.detail.page !== exercise.page) throw new NotFound();

  const row = { practiceId: actor.practiceId, id };
  const details = skipped ? attempt.skipNote && { skipNote: attempt.skipNote } : attempt.detail;
  await tx.insert(exerciseAttempt).values({
    ...row,
    clientId: actor.clientId,
    enrolmentId,
    exerciseKey: key,
    form,
    localDate: today,
    outcome: attempt.outcome,
    skipReason: skipped ? attempt.skipReason : null,
    anxietyBefore: attempt.anxietyBefore,
    anxietyAfter: skipped ? null : attempt.anxietyAfter,
    howItWent: skipped ? null : attempt.howItWent,
    detailsSealed: exerciseAttemptDetails.sealOrNull(details && JSON.stringify(details), row),
    reflectionSealed: exerciseAttemptReflection.sealOrNull(attempt.reflection, row),
    recordedAt: now,
  });
  await dropDraft(scope, { key, form });
  await noteActivity(scope, "exercise");
  if (attempt.reflection)
    await tellTherapist(scope, { id, clientId: actor.clientId, group: "reflections", arrivesAt: now });
  await recordAudit(scope, skipped ? "exercises.skipped" : "exercises.recorded", {
    id,
    clientId: actor.clientId,
  });
}
