import { and, eq } from "drizzle-orm";
import { getDraft } from "@/db/queries/drafts/draft-at";
import { requireExercise } from "@/db/queries/exercises/exercise-access";
import type { ClientActor } from "@/lib/actor";
import type { Ending } from "@/lib/drafts/draft";
import type { Place } from "@/lib/drafts/place";
import { whenSentAgain } from "@/lib/drafts/sent-again";
import { NotFound, Refused } from "@/lib/errors";
import type { Attempt, AttemptDetail } from "@/lib/exercises/attempt";
import type { AttemptForm, SkipForm } from "@/lib/exercises/attempt-form";
import type { ExerciseForm, ExercisePage } from "@/lib/exercises/exercise";
import { formatMoment, inSentence } from "@/lib/format";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { exerciseAttempt } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { noteActivity } from "../clients/note-activity";
import { keepTemperature } from "../connection/keep-temperature";
import { endOwnDraft } from "../drafts/change-draft";
import { correctionsOf, keepingEarlier } from "../drafts/keep-earlier";
import { tellTherapist } from "../letters/tell-therapist";
import { columnsOf, isTakenUp, type RecordedAttempt, recordedAttempt, saidBefore, saidIn } from "./own-attempt";

type Sent = { id: string; key: string; form: ExerciseForm; instead?: string | undefined };

/**
 * Keeps an exercise done or tried in the form of the page that it was done on, and ends its draft. Sent again, it changes
 * nothing. A page that was opened before the form changed is kept as what it was: it is what happened.
 */
export async function recordAttempt(scope: Scope<ClientActor>, sent: AttemptForm): Promise<void> {
  const place = { kind: "exercise", key: sent.key, form: sent.form } as const;
  const isNew = await keep(
    scope,
    sent,
    () => sent.attempt,
    async () => {
      if (!sent.again) await requireUnsent(scope, place, sent.draft);
    },
  );
  if (isNew) await endOwnDraft(scope, place, sent.draft);
}

/** Keeps that an exercise was left out today, and why. A skip is as good an answer as any; what was begun stays for another day. */
export async function skipExercise(scope: Scope<ClientActor>, sent: SkipForm): Promise<void> {
  const common = { anxietyBefore: null, reflection: null };
  await keep(scope, sent, (page) => ({
    outcome: "skipped",
    page,
    skipReason: sent.reason,
    skipNote: sent.note,
    ...common,
  }));
}

/** Another page of theirs has saved this exercise since this one was opened: they may not know. */
async function requireUnsent(scope: Scope<ClientActor>, place: Place, ending: Ending | undefined): Promise<void> {
  const draft = ending && (await getDraft(scope, place));
  if (!draft || draft.ended <= ending.opened) return;
  throw new Refused(
    "You saved this exercise in another window meanwhile. To keep these words too, as one more time, save once more.",
    { again: "yes" },
  );
}

async function keep(
  scope: Scope<ClientActor>,
  { id, key, form, instead }: Sent,
  attemptOn: (page: ExercisePage) => Attempt,
  beforeFirst?: () => Promise<void>,
): Promise<boolean> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const before = await recordedAttempt(scope, id);
  if (before) return correct(scope, before, { id, key, form, instead }, attemptOn);
  await beforeFirst?.();
  const { exercise, enrolmentId, today } = await requireExercise(scope, key);
  const attempt = fitting(attemptOn(exercise.page), exercise.page);
  const row = { practiceId: actor.practiceId, id };
  await tx.insert(exerciseAttempt).values({
    ...row,
    clientId: actor.clientId,
    enrolmentId,
    exerciseKey: key,
    form,
    localDate: today,
    ...columnsOf(saidIn(attempt), row),
    recordedAt: now,
  });
  await keepTemperature(scope, { id, detail: detailOf(attempt), on: today });
  await noteActivity(scope, "exercise");
  if (attempt.reflection)
    await tellTherapist(scope, { id, clientId: actor.clientId, group: "reflections", arrivesAt: now });
  const did = attempt.outcome === "skipped" ? "exercises.skipped" : "exercises.recorded";
  await recordAudit(scope, did, { id, clientId: actor.clientId });
  return true;
}

const detailOf = (attempt: Attempt): AttemptDetail | null => (attempt.outcome === "skipped" ? null : attempt.detail);

function fitting(attempt: Attempt, page: ExercisePage): Attempt {
  if (attempt.outcome !== "skipped" && attempt.detail && attempt.detail.page !== page) throw new NotFound();
  return attempt;
}

/** Answers whether the draft of it is over: it is, too, where the same was sent twice. */
async function correct(
  scope: Scope<ClientActor>,
  before: RecordedAttempt,
  { id, key, form, instead }: Sent,
  attemptOn: (page: ExercisePage) => Attempt,
): Promise<boolean> {
  const { actor, tx, now } = scope;
  if (before.exerciseKey !== key || before.form !== form) throw new NotFound();
  const { exercise } = await requireExercise(scope, key);
  const was = saidBefore(before);
  const attempt = fitting(attemptOn(exercise.page), exercise.page);
  const said = saidIn(attempt);
  const isOver = before.localDate !== localDate(now, actor.zone) || (await isTakenUp(scope, id));
  const what = whenSentAgain(
    {
      at: inSentence(formatMoment(before.recordedAt, now, actor.zone)),
      isSame: JSON.stringify(was) === JSON.stringify(said),
      corrections: await correctionsOf(scope, "attemptId", id),
      closed: isOver
        ? "This exercise is saved, and it can no longer be changed here. Your words are still in their fields: send them as a message."
        : null,
    },
    instead,
  );
  if (what === "known") return true;
  await keepingEarlier(scope);
  await tx
    .update(exerciseAttempt)
    .set(columnsOf(said, before))
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.id, id)));
  await keepTemperature(scope, { id, detail: detailOf(attempt), on: before.localDate });
  await noteActivity(scope, "exercise");
  await recordAudit(scope, "exercises.corrected", { id, clientId: actor.clientId });
  return true;
}
