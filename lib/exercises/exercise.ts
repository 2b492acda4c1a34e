import { z } from "zod";
import type { Limit } from "@/lib/limits";
import { keySchema } from "@/lib/stable-key";
import { wordsUpTo } from "@/lib/written-words";

/** The guided pages that the portal has. Every exercise, also a practice's own, is walked through on one of them. */
export const exercisePages = [
  "one-real-feeling",
  "ask-for-a-favour",
  "ten-minute-cuddle",
  "small-secret",
  "temperature-check",
  "name-the-fear",
  "learn-together",
] as const;
export type ExercisePage = (typeof exercisePages)[number];

/** What an exercise asks two people to share. Only `alone` is the same with and without a partner. */
export const exerciseReaches = ["alone", "together", "disclosure", "touch"] as const;
export type ExerciseReach = (typeof exerciseReaches)[number];

/** How an exercise is done: with the partner, or as own steps, a whole version of it that needs nobody. */
export const exerciseForms = ["shared", "own"] as const;
export type ExerciseForm = (typeof exerciseForms)[number];

/** What each guided page asks two people to share, whatever the words on it. */
const reachOfPage: Record<ExercisePage, ExerciseReach> = {
  "one-real-feeling": "disclosure",
  "ask-for-a-favour": "together",
  "ten-minute-cuddle": "touch",
  "small-secret": "disclosure",
  "temperature-check": "disclosure",
  "name-the-fear": "disclosure",
  "learn-together": "together",
};

const words = (limit: Limit) => wordsUpTo(limit, "Write a few words");

const ownWords = (limit: Limit) =>
  words(limit).refine((text) => !text.includes("{partner}"), "Own steps need no partner. Leave {partner} out.");

/** One exercise of a version. `{partner}` in a text stands for the partner's name. */
export const exerciseSchema = z.strictObject({
  key: keySchema,
  title: words("exerciseTitle"),
  /** For the therapist: the belief or response that the exercise tests. */
  purpose: words("exercisePurpose"),
  /** For the client: what to do, in two to four sentences. */
  instructions: words("exerciseInstructions"),
  minutes: z.int().min(1).max(120),
  reach: z.enum(exerciseReaches),
  page: z.enum(exercisePages),
  /** The reach of the exercise that this one was copied from. Its own is never weaker. */
  reachFloor: z.enum(exerciseReaches).optional(),
  /** Exercises that may stand in for this one when a therapist wants a smaller step. Smallest first. */
  gentler: z.array(keySchema).max(6),
  /** A practice's own words for the own steps; without them the guided page has its own. */
  own: z
    .strictObject({ title: ownWords("exerciseTitle").optional(), instructions: ownWords("exerciseInstructions") })
    .optional(),
});
export type Exercise = z.infer<typeof exerciseSchema>;

/** True for one of the exercises that ship: it keeps its guided page, and its reach can only grow. */
export function isBuiltIn(key: string): boolean {
  return exercisePages.some((page) => page === key);
}

/** From the weakest to the strongest: whether reach `a` closes at least where `b` does. */
export function isAtLeast(a: ExerciseReach, b: ExerciseReach): boolean {
  return exerciseReaches.indexOf(a) >= exerciseReaches.indexOf(b);
}

/**
 * The weakest reach that an exercise may claim: that of its guided page, of the shipped exercise that it is, and of the
 * one that it was copied from, whichever is strongest. The safety gate relies on it.
 */
export function leastReach({ key, page, reachFloor }: Pick<Exercise, "key" | "page" | "reachFloor">): ExerciseReach {
  const floors: ExerciseReach[] = [reachOfPage[page], ...(reachFloor ? [reachFloor] : [])];
  const shipped = exercisePages.find((one) => one === key);
  if (shipped) floors.push(reachOfPage[shipped]);
  return floors.reduce((strongest, floor) => (isAtLeast(floor, strongest) ? floor : strongest));
}
