import { z } from "zod";
import { type Limit, ranges } from "@/lib/limits";
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
export const exposureLevels = ["alone", "together", "disclosure", "touch"] as const;
export type ExposureLevel = (typeof exposureLevels)[number];

/** How an exercise is done: with the partner, or as own steps, a whole version of it that needs nobody. */
export const exerciseForms = ["shared", "own"] as const;
export type ExerciseForm = (typeof exerciseForms)[number];

/** What each guided page asks two people to share, whatever the words on it. */
const exposureOfPage: Record<ExercisePage, ExposureLevel> = {
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

/** Versions that were published before 2026-12 say `reach` and never change: they are read, and nothing writes it again. */
function readEarlierNames(source: unknown): unknown {
  if (typeof source !== "object" || source === null || !("reach" in source)) return source;
  const { reach: exposureLevel, reachFloor: exposureFloor, ...rest } = source as Record<string, unknown>;
  return { ...rest, exposureLevel, ...(exposureFloor !== undefined && { exposureFloor }) };
}

/** One exercise of a version. `{partner}` in a text stands for the partner's name. */
const exerciseShape = z.strictObject({
  key: keySchema,
  title: words("exerciseTitle"),
  /** For the therapist: the belief or response that the exercise tests. */
  purpose: words("exercisePurpose"),
  /** For the client: what to do, in two to four sentences. */
  instructions: words("exerciseInstructions"),
  minutes: z.int().min(ranges.exerciseMinutes.least).max(ranges.exerciseMinutes.most),
  exposureLevel: z.enum(exposureLevels),
  page: z.enum(exercisePages),
  /** The exposure level of the exercise that this one was copied from. Its own is never weaker. */
  exposureFloor: z.enum(exposureLevels).optional(),
  /** Exercises that may stand in for this one when a therapist wants a smaller step. Smallest first. */
  gentler: z.array(keySchema).max(6),
  /** A practice's own words for the own steps; without them the guided page has its own. */
  own: z
    .strictObject({ title: ownWords("exerciseTitle").optional(), instructions: ownWords("exerciseInstructions") })
    .optional(),
});
export const exerciseSchema = z.preprocess(readEarlierNames, exerciseShape);
export type Exercise = z.infer<typeof exerciseShape>;

/** From the weakest to the strongest: whether exposure level `a` closes at least where `b` does. */
export function isAtLeast(a: ExposureLevel, b: ExposureLevel): boolean {
  return exposureLevels.indexOf(a) >= exposureLevels.indexOf(b);
}

/**
 * The weakest exposure level that an exercise may claim: that of its guided page, or of the one that it was copied from,
 * whichever is stronger. The safety gate relies on it.
 */
export function leastExposure({ page, exposureFloor }: Pick<Exercise, "page" | "exposureFloor">): ExposureLevel {
  const ofPage = exposureOfPage[page];
  return exposureFloor && isAtLeast(exposureFloor, ofPage) ? exposureFloor : ofPage;
}
