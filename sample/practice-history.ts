import {
  attemptRating,
  exerciseAttempt,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import { skipReasonsOf } from "@/lib/exercises/attempt";
import type { ExerciseForm, ExercisePage } from "@/lib/exercises/exercise";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { exerciseOf } from "@/lib/protocol/definition";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";
import { detailOf, ownDetailOf } from "./attempt-details";
import { writeReply, writeSeen } from "./correspondence-history";
import { noteAudit, noteLastActivity, type Seed, sealedOrNull, sealedWords, write } from "./seed-writer";
import type { Chance } from "./seeded-random";
import type { Story } from "./timeline";
import { ownReflections } from "./words/own-reflections";
import { reflections } from "./words/reflections";

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Hands each reflection out twice at most, and never twice to the same person. */
export type Reflections = (page: ExercisePage, form: ExerciseForm, to: string) => string | null;

export function newReflections(): Reflections {
  const given = new Map<string, string[]>();
  return (page, form, to) => {
    const sentence = (form === "own" ? ownReflections : reflections)[page].find((one) => {
      const readers = given.get(one) ?? [];
      return readers.length < 2 && !readers.includes(to);
    });
    if (sentence) given.set(sentence, [...(given.get(sentence) ?? []), to]);
    return sentence ?? null;
  };
}

/** The exercises of every week so far: most planned days logged, some tried and stopped, some skipped with a reason. */
export function writePractice(seed: Seed, story: Story, words: Reflections): void {
  const { path, person, today, chance, isAway } = story;
  const luck = chance("practice");
  for (const week of path.weeks) {
    for (const { exercise, planned } of week.exercises) {
      const known = exerciseOf(builtInProtocol, exercise);
      for (const date of planned) {
        const isLogged = luck.happens(person.practises);
        if (!isLogged || !known || date > today || isAway(date)) continue;
        writeAttempt(seed, story, { exercise, page: known.page, form: formOn(story, date), date, luck, words });
      }
    }
  }
}

/** Own steps for those whom the gate does not let do it with the partner. */
function formOn({ person, startDate }: Story, date: LocalDate): ExerciseForm {
  if (person.screening === "clear") return "shared";
  return person.screening === "stop" && date < addDays(startDate, 12) ? "shared" : "own";
}

type Attempt = {
  exercise: string;
  page: ExercisePage;
  form: ExerciseForm;
  date: LocalDate;
  luck: Chance;
  words: Reflections;
};

function writeAttempt(seed: Seed, story: Story, { exercise, page, form, date, luck, words }: Attempt): void {
  const { person, clientId, enrolmentId, startDate, client: by } = story;
  const day = daysBetween(startDate, date);
  const draw = luck.next();
  const outcome = draw < 0.8 ? "done" : draw < 0.9 ? "tried" : "skipped";
  const [first, last] = person.anxiety;
  const before = clamp(first + ((last - first) * Math.min(day, 70)) / 70 + luck.wobble(), 10);
  const after = clamp(before - 1.4 + luck.wobble() * 0.8 + (outcome === "tried" ? 1.5 : 0), 10);
  const howItWent = clamp(3.4 - after * 0.25 + luck.wobble() * 0.6, 4);
  const connection = Math.max(1, clamp((person.connection[Math.floor(day / 7)] ?? 6) + luck.wobble(), 10));
  const moment = { luck, isDone: outcome === "done", connection };
  const detail = form === "own" ? ownDetailOf(page, moment) : detailOf(page, moment);
  const skipReason = luck.pick(skipReasonsOf[form]);
  const wantsToWrite = luck.happens(0.22);
  const recordedAt = story.at(date, luck.between(19, 22), luck.between(0, 59));
  if (!recordedAt) return;
  const isSkipped = outcome === "skipped";
  const reflection = wantsToWrite && !isSkipped ? words(page, form, person.name) : null;
  const id = story.id("attempt", exercise, day);
  write(seed, exerciseAttempt, {
    id,
    clientId,
    enrolmentId,
    exerciseKey: exercise,
    form,
    localDate: date,
    outcome,
    skipReason: isSkipped ? skipReason : null,
    anxietyBefore: before,
    anxietyAfter: isSkipped ? null : after,
    howItWent: isSkipped ? null : howItWent,
    howHard: isSkipped ? null : clamp(after * 0.45, 4),
    detailsSealed: isSkipped ? null : sealedWords(exerciseAttemptDetails, JSON.stringify(detail), id),
    reflectionSealed: sealedOrNull(exerciseAttemptReflection, reflection && story.said(reflection), id),
    recordedAt,
  });
  noteAudit(seed, { at: recordedAt, by, action: "exercises.recorded", id, clientId });
  noteLastActivity(seed, clientId, "exercise", recordedAt);
  if (!isSkipped && luck.happens(0.4)) writeRating(seed, story, id, date, clamp(howItWent + luck.wobble() * 0.5, 4));
  if (!reflection) return;
  writeSeen(seed, story, id, date);
  if (luck.happens(0.6)) writeReply(seed, story, id, date);
}

function writeRating(seed: Seed, story: Story, attemptId: string, date: LocalDate, rating: number): void {
  const ratedAt = story.at(addDays(date, 2), 12, 30);
  const { therapist, clientId } = story;
  if (!ratedAt) return;
  const id = story.id("rating", attemptId);
  write(seed, attemptRating, { id, attemptId, rating, ratedBy: therapist.id ?? "", ratedAt });
  noteAudit(seed, {
    at: ratedAt,
    by: therapist,
    action: "exercises.rated",
    id,
    clientId,
  });
}
