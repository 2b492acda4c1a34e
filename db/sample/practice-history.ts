import {
  attemptRating,
  exerciseAttempt,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import { skipReasons } from "@/lib/domain/exercises/attempt";
import { builtInProtocol } from "@/lib/domain/protocol/built-in";
import { type ExercisePage, exerciseOf } from "@/lib/domain/protocol/definition";
import { isExerciseOpen } from "@/lib/domain/safety/gate";
import { addDays, daysBetween, type LocalDate } from "@/lib/domain/time/local-date";
import { detailOf } from "./attempt-details";
import { type Book, noteAudit, noteLastActivity, sealedOrNull, sealedWords, write } from "./book";
import { writeReply, writeSeen } from "./correspondence-history";
import type { Chance } from "./determined";
import type { Story } from "./story";
import { reflections } from "./words/reflections";

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
const reasons = Object.keys(skipReasons);

/** Hands each reflection out twice at most, and never twice to the same person. */
export type Reflections = (page: ExercisePage, to: string) => string | null;

export function newReflections(): Reflections {
  const given = new Map<string, string[]>();
  return (page, to) => {
    const sentence = reflections[page].find((one) => {
      const readers = given.get(one) ?? [];
      return readers.length < 2 && !readers.includes(to);
    });
    if (sentence) given.set(sentence, [...(given.get(sentence) ?? []), to]);
    return sentence ?? null;
  };
}

/** The exercises of every week so far: most planned days logged, some tried and stopped, some skipped with a reason. */
export function writePractice(book: Book, story: Story, words: Reflections): void {
  const { path, person, today, chance, isAway } = story;
  const luck = chance("practice");
  for (const week of path.weeks) {
    for (const { exercise, planned } of week.exercises) {
      const known = exerciseOf(builtInProtocol, exercise);
      for (const date of planned) {
        const isLogged = luck.happens(person.practises);
        if (!isLogged || !known || date > today || isAway(date) || isClosed(story, date, known.reach)) continue;
        writeAttempt(book, story, { exercise, page: known.page, date, luck, words });
      }
    }
  }
}

type Reach = Parameters<typeof isExerciseOpen>[1];

/** The safety gate keeps touch and disclosure closed for some: nothing was practised then. */
function isClosed({ person, startDate }: Story, date: LocalDate, reach: Reach): boolean {
  const { screening } = person;
  if (screening === "stop") return date >= addDays(startDate, 12) && !isExerciseOpen("stop", reach);
  if (screening === "concern") return !isExerciseOpen("concern", reach);
  return screening !== "clear" && !isExerciseOpen("not-screened", reach);
}

type Attempt = { exercise: string; page: ExercisePage; date: LocalDate; luck: Chance; words: Reflections };

function writeAttempt(book: Book, story: Story, { exercise, page, date, luck, words }: Attempt): void {
  const { person, clientId, enrolmentId, startDate, client: by } = story;
  const day = daysBetween(startDate, date);
  const draw = luck.next();
  const outcome = draw < 0.8 ? "done" : draw < 0.9 ? "tried" : "skipped";
  const [first, last] = person.anxiety;
  const before = clamp(first + ((last - first) * Math.min(day, 70)) / 70 + luck.wobble(), 10);
  const after = clamp(before - 1.4 + luck.wobble() * 0.8 + (outcome === "tried" ? 1.5 : 0), 10);
  const howItWent = clamp(3.4 - after * 0.25 + luck.wobble() * 0.6, 4);
  const connection = Math.max(1, clamp((person.connection[Math.floor(day / 7)] ?? 6) + luck.wobble(), 10));
  const detail = detailOf(page, { luck, isDone: outcome === "done", connection });
  const skipReason = luck.pick(reasons);
  const wantsToWrite = luck.happens(0.22);
  const recordedAt = story.at(date, luck.between(19, 22), luck.between(0, 59));
  if (!recordedAt) return;
  const isSkipped = outcome === "skipped";
  const reflection = wantsToWrite && !isSkipped ? words(page, person.name) : null;
  const id = story.id("attempt", exercise, day);
  write(book, exerciseAttempt, {
    id,
    clientId,
    enrolmentId,
    exerciseKey: exercise,
    localDate: date,
    outcome,
    skipReason: isSkipped ? skipReason : null,
    anxietyBefore: before,
    anxietyAfter: isSkipped ? null : after,
    howItWent: isSkipped ? null : howItWent,
    detailsSealed: isSkipped ? null : sealedWords(exerciseAttemptDetails, JSON.stringify(detail), id),
    reflectionSealed: sealedOrNull(exerciseAttemptReflection, reflection && story.said(reflection), id),
    recordedAt,
  });
  noteAudit(book, { at: recordedAt, by, action: "exercises.recorded", id, clientId });
  noteLastActivity(book, clientId, "exercise", recordedAt);
  if (!isSkipped && luck.happens(0.4)) writeRating(book, story, id, date, clamp(howItWent + luck.wobble() * 0.5, 4));
  if (!reflection) return;
  writeSeen(book, story, id, date);
  if (luck.happens(0.6)) writeReply(book, story, id, date);
}

function writeRating(book: Book, story: Story, attemptId: string, date: LocalDate, rating: number): void {
  const ratedAt = story.at(addDays(date, 2), 12, 30);
  const { therapist, clientId } = story;
  if (!ratedAt) return;
  const id = story.id("rating", attemptId);
  write(book, attemptRating, { id, attemptId, rating, ratedBy: therapist.id ?? "", ratedAt });
  noteAudit(book, {
    at: ratedAt,
    by: therapist,
    action: "exercises.rated",
    id,
    clientId,
  });
}
