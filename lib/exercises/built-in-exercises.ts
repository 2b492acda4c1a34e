import { type Exercise, type ExposureLevel, isAtLeast, leastExposure } from "@/lib/exercises/exercise";

/**
 * The seven exercises of the built-in protocol, in our own words. Which exercise tests which belief comes
 * from the clinical article; the wording, the minutes and the gentler steps are this product's own.
 */
export const builtInExercises: Exercise[] = [
  {
    key: "one-real-feeling",
    title: "One real feeling a day",
    purpose:
      "Replaces the reflex “I’m fine” with one true feeling. Tests the belief that showing a feeling costs respect or brings pressure. Small and frequent on purpose: the evidence is in the repetition.",
    instructions:
      "Once today, instead of “I’m fine”, tell {partner} one thing that you really feel. It can be small: tired, hopeful, a bit left out. One sentence is enough, and nobody has to fix anything.",
    minutes: 3,
    exposureLevel: "disclosure",
    page: "one-real-feeling",
    gentler: ["learn-together", "ask-for-a-favour"],
  },
  {
    key: "ask-for-a-favour",
    title: "Ask for a favour",
    purpose:
      "A behavioural experiment on the lone-wolf belief that everything must be done alone. The client writes down what they expect first, then what happened, so that the prediction can be compared.",
    instructions:
      "Ask {partner} for one small thing that you would normally do yourself. Before you ask, note what you expect to happen. Afterwards, note what did happen. A no is allowed, and it tells you something too.",
    minutes: 5,
    exposureLevel: "together",
    page: "ask-for-a-favour",
    gentler: ["learn-together"],
  },
  {
    key: "ten-minute-cuddle",
    title: "Ten-minute cuddle",
    purpose:
      "Touch without a goal, long enough for the first alarm to pass. The nervous system learns by staying, so stopping early is recorded as trying. Never used unless both are willing and the safety gate is clear.",
    instructions:
      "Sit or lie close to {partner} for ten minutes, in a way that suits you both. It leads nowhere else; that is agreed before you start. Either of you can stop at any time without a reason.",
    minutes: 12,
    exposureLevel: "touch",
    page: "ten-minute-cuddle",
    gentler: ["learn-together", "one-real-feeling"],
  },
  {
    key: "small-secret",
    title: "Share a small secret",
    purpose:
      "Graded self-disclosure: a minor detail of childhood or an old worry, planned in words and placed at a calm moment. Tests the belief that being known leads to being hurt or used.",
    instructions:
      "Tell {partner} one small thing about you that they don’t know. A song you loved, a worry from school, something you were proud of at nine. Small is the point; the big things can wait.",
    minutes: 5,
    exposureLevel: "disclosure",
    page: "small-secret",
    gentler: ["learn-together", "one-real-feeling"],
  },
  {
    key: "temperature-check",
    title: "Temperature check",
    purpose:
      "Makes closeness something that two people can talk about in one number, before distance has grown. Practises saying a low number without leaving, and hearing one without defending.",
    instructions:
      "Once a day, tell {partner} how connected you feel, from 1 to 10. It is a reading, not a verdict: a low number says “today feels far”, nothing more. If you like, ask for theirs.",
    minutes: 3,
    exposureLevel: "disclosure",
    page: "temperature-check",
    gentler: ["learn-together", "one-real-feeling"],
  },
  {
    key: "name-the-fear",
    title: "Name the fear",
    purpose:
      "Replaces silent withdrawal with a spoken, bounded one: the fear named, twenty minutes alone, and a promise to come back that is kept. Keeps the regulating effect of distance without its cost to the bond.",
    instructions:
      "When you feel the urge to pull away, say it out loud: what you fear, that you need twenty minutes alone, and that you are not leaving. Take the twenty minutes, then come back and say “I’m back”. Practise once when you are calm, so that the words are there when you need them.",
    minutes: 25,
    exposureLevel: "disclosure",
    page: "name-the-fear",
    gentler: ["learn-together", "temperature-check"],
  },
  {
    key: "learn-together",
    title: "Learn something together",
    purpose:
      "The gentle, recreational way in when emotional closeness is too much for now: attention on a shared task, side by side, with being bad at it as the bond. Offered as a swap in any week.",
    instructions:
      "Pick something that neither of you can do yet and try it with {partner} for twenty minutes: a card trick, a paper crane, a new dish. You are not meant to be good at it. Being beginners side by side is the whole exercise.",
    minutes: 20,
    exposureLevel: "together",
    page: "learn-together",
    gentler: [],
  },
];

/** The exercise that ships under this key, whatever guided page it is on; undefined for a practice's own. */
export function builtInExercise(key: string, shipped: readonly Exercise[] = builtInExercises): Exercise | undefined {
  return shipped.find((one) => one.key === key);
}

/** The weakest exposure level that an editor may choose. A practice's words for one that ships never ask for less than it. */
export function leastEdited(
  exercise: Pick<Exercise, "key" | "page" | "exposureFloor">,
  shipped: readonly Exercise[] = builtInExercises,
): ExposureLevel {
  const least = leastExposure(exercise);
  const level = builtInExercise(exercise.key, shipped)?.exposureLevel;
  return level && isAtLeast(level, least) ? level : least;
}
