import { and, desc, eq } from "drizzle-orm";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getGiven } from "@/db/queries/drafts/draft-at";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { exerciseAttempt, exerciseAttemptDetails, exerciseAttemptReflection } from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { Given } from "@/lib/drafts/draft";
import { type AttemptDetail, readAttemptDetail } from "@/lib/exercises/attempt";
import type { Exercise, ExerciseForm } from "@/lib/exercises/exercise";
import { keyAt } from "@/lib/place-number";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { Help } from "@/lib/safety/region-contacts";
import { accessIn, getExerciseGround } from "./exercise-access";
import { type SwapNews, swapNews } from "./swap-news";

export type ExercisePageData = {
  exercise: Exercise;
  form: ExerciseForm;
  /** False where it is not in the plan of today: then nothing else about it is given. */
  open: boolean;
  /** What was written here and not saved. */
  draft: Given | null;
  /** The wish for another exercise than this one: it waits, or was answered lately. */
  swap: SwapNews | null;
  therapistName: string;
  reader: string;
  partnerName: string | null;
  help: Help;
};

/** A guided page of the person who asks, with what they had typed before. `place`: the number in its address, or its key. */
export async function getExercisePage(scope: Scope<ClientActor>, place: string): Promise<ExercisePageData> {
  const { ground, people, help } = await atOnce({
    ground: getExerciseGround(scope),
    people: getOwnPeople(scope),
    help: getOwnHelp(scope),
  });
  const key = keyAt(ground.version?.exercises.map((one) => one.key) ?? [], place) ?? place;
  const { exercise, form, open } = accessIn(ground, key);
  const { draft, news } = await atOnce({
    draft: open ? getGiven(scope, { kind: "exercise", key: exercise.key, form }) : null,
    news: open ? swapNews(scope, ground) : [],
  });
  return {
    exercise: exerciseIn(exercise, form),
    form,
    open,
    draft,
    swap: news.findLast((one) => one.exercise === key) ?? null,
    ...people,
    help,
  };
}

export type LastAttempt = {
  form: ExerciseForm;
  outcome: "done" | "tried" | "skipped";
  detail: AttemptDetail | null;
  reflection: string | null;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
};

/** The key of an exercise that the person has recorded, by the number in an address. */
export async function recordedKeyAt({ actor, tx }: Scope<ClientActor>, place: string): Promise<string | undefined> {
  const rows = await tx
    .selectDistinct({ key: exerciseAttempt.exerciseKey })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.clientId, actor.clientId)));
  return keyAt(
    rows.map(({ key }) => key),
    place,
  );
}

/** What the person recorded last for an exercise, for the page that follows it. Null when there is nothing yet. */
export async function getLastAttempt({ actor, tx }: Scope<ClientActor>, key: string): Promise<LastAttempt | null> {
  const [row] = await tx
    .select({
      id: exerciseAttempt.id,
      form: exerciseAttempt.form,
      outcome: exerciseAttempt.outcome,
      anxietyBefore: exerciseAttempt.anxietyBefore,
      anxietyAfter: exerciseAttempt.anxietyAfter,
      detailsSealed: exerciseAttempt.detailsSealed,
      reflectionSealed: exerciseAttempt.reflectionSealed,
    })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, actor.clientId),
        eq(exerciseAttempt.exerciseKey, key),
      ),
    )
    .orderBy(desc(exerciseAttempt.recordedAt))
    .limit(1);
  if (!row) return null;
  const { id, detailsSealed, reflectionSealed, ...rest } = row;
  const its = { practiceId: actor.practiceId, id };
  const { detail } = readAttemptDetail(exerciseAttemptDetails.readOrNull(detailsSealed, its));
  return { ...rest, detail, reflection: exerciseAttemptReflection.readOrNull(reflectionSealed, its) };
}
