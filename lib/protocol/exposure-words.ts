import type { Exercise, ExercisePage, ExposureLevel } from "@/lib/exercises/exercise";

/** What each exposure level means, as a choice of a form. */
export const exposureWords: Record<ExposureLevel, string> = {
  alone: "Alone",
  together: "Together, side by side",
  disclosure: "Telling something personal",
  touch: "Touch",
};

/** What each guided page walks a client through, as a choice of a form. */
export const pageWords: Record<ExercisePage, string> = {
  "one-real-feeling": "Find a feeling and say it",
  "ask-for-a-favour": "Expect, ask, see what happens",
  "ten-minute-cuddle": "Agree, then a timer of ten minutes",
  "small-secret": "Plan the words, choose the moment",
  "temperature-check": "Name a number from 1 to 10",
  "name-the-fear": "Say the fear, twenty minutes, come back",
  "learn-together": "Pick something, plan it, do it",
};

const bodily =
  /\b(touch|cuddl|hug|kiss|caress|strok|massag|embrac|naked|undress|sex|lap|skin)\w*|hold(ing)? hands|l(ie|ying) close/i;

/** Whether the words of an exercise speak of touch while its exposure level says otherwise: something to look at, not a fault. */
export function speaksOfTouch({
  title,
  instructions,
  exposureLevel,
}: Pick<Exercise, "title" | "instructions" | "exposureLevel">): boolean {
  return exposureLevel !== "touch" && bodily.test(`${title} ${instructions}`);
}
