import type { Exercise, ExerciseForm, ExercisePage } from "@/lib/exercises/exercise";

/** An exercise as it is said and done in one form. */
export type ExerciseWords = Pick<Exercise, "title" | "purpose" | "instructions" | "minutes">;

/**
 * The own steps of each guided page, in our own words: whole exercises, each with a way through it that needs nobody,
 * nowhere to go and nothing written. They read the same whatever the reason, and name neither the partner nor the gate.
 */
export const ownSteps: Record<ExercisePage, ExerciseWords> = {
  "one-real-feeling": {
    title: "Name one real feeling",
    purpose:
      "Replaces the reflex “I’m fine” with one true feeling, named for oneself. Noticing comes before telling: a feeling that has a word is easier to stay with, and easier to say one day.",
    instructions:
      "Once today, stop for a moment and find a word for one thing that you really feel. It can be small: tired, hopeful, a bit left out. Naming it in your mind is the whole exercise, and nothing has to change.",
    minutes: 3,
  },
  "ask-for-a-favour": {
    title: "Let something be easier",
    purpose:
      "A behavioural experiment on the lone-wolf belief that everything must be done alone and to the end. A favour asked of somebody trusted, something small accepted, or a favour done to oneself: the prediction first, then what happened.",
    instructions:
      "Let one small thing be easier today. Ask somebody you trust for a favour, accept something small, or do yourself a favour and leave a task for tomorrow. Before it, think of what you expect. Afterwards, think of what did happen.",
    minutes: 5,
  },
  "ten-minute-cuddle": {
    title: "Ten minutes of warmth",
    purpose:
      "Soothing warmth without a goal, long enough for the first alarm to pass. The nervous system learns by staying with something kind, so stopping early is recorded as trying. A hand on the chest is one way; warmth without any touch is as good.",
    instructions:
      "Give yourself ten minutes of warmth: a hand on your chest, both hands around something warm, a blanket over your shoulders. It leads nowhere and has no goal. You can change it or stop at any time.",
    minutes: 12,
  },
  "small-secret": {
    title: "Say one small true thing",
    purpose:
      "Graded self-disclosure at the smallest size: something true about oneself put into words, to oneself or to somebody trusted. Tests the belief that what is known about oneself can only be used or laughed at.",
    instructions:
      "Put one small true thing about yourself into words. A song you loved, a worry from school, something you were proud of at nine. Say it to yourself, in your mind or aloud, or to somebody you trust.",
    minutes: 5,
  },
  "temperature-check": {
    title: "Read your own temperature",
    purpose:
      "Makes closeness something that can be noticed in one number, before distance has grown. Practises reading a low number without doing anything about it at once.",
    instructions:
      "Once a day, read how near you feel to yourself and to the people in your life, from 1 to 10. It is a reading, not a verdict: a low number says “today feels far”, nothing more. Nobody needs to know it.",
    minutes: 3,
  },
  "name-the-fear": {
    title: "Name the fear for yourself",
    purpose:
      "Replaces silent withdrawal with a noticed, bounded one: the fear named, twenty minutes of quiet, and a look at what is left of it. The regulating effect of distance, taken on purpose.",
    instructions:
      "When you feel the urge to pull away, name for yourself what you fear. Then take twenty quiet minutes, and see what the fear is like afterwards. You owe nobody an explanation or a promise. Practise once when you are calm, so that the words are there when you need them.",
    minutes: 25,
  },
  "learn-together": {
    title: "Learn something new",
    purpose:
      "The gentle way in: being a beginner at something small, where nothing depends on doing it well. Play and curiosity quieten the alarm that closeness can set off.",
    instructions:
      "Learn one small thing that you cannot do yet, by yourself and where you are. Twenty minutes is enough, and being bad at it is part of it. Stop while it is still fun.",
    minutes: 20,
  },
};

/** Whether there are two ways to do it: what asks nothing of anybody else is the same in both. */
export const hasOwnSteps = ({ exposureLevel }: Pick<Exercise, "exposureLevel">): boolean => exposureLevel !== "alone";

/** The exercise in the words of its form. A practice's own words for own steps come before those of the page. */
export function exerciseIn(exercise: Exercise, form: ExerciseForm): Exercise {
  if (form === "shared" || !hasOwnSteps(exercise)) return exercise;
  const { title, ...page } = ownSteps[exercise.page];
  const { own } = exercise;
  return { ...exercise, ...page, ...(own && { instructions: own.instructions }), title: own?.title ?? title };
}

/** How staff read which of the two it was. */
export const formWords: Record<ExerciseForm, string> = { shared: "With the partner", own: "Own steps" };
