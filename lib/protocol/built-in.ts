import { builtInExercises } from "@/lib/exercises/built-in-exercises";
import type { PlannedExercise, PlannedMeasure, ProtocolVersion, ProtocolWeek } from "@/lib/protocol/definition";
import type { Dose } from "@/lib/protocol/dose";

const daily: Dose = { kind: "daily" };
const times = (n: number): Dose => ({ kind: "times", times: n });
const plan = (exercise: string, dose: Dose): PlannedExercise => ({ exercise, dose });
const week = (
  number: number,
  phase: number,
  reading: string | null,
  ...exercises: PlannedExercise[]
): ProtocolWeek => ({
  number,
  phase,
  exercises,
  reading,
});

const feeling = plan("one-real-feeling", daily);
const temperature = plan("temperature-check", daily);
const fear = plan("name-the-fear", { kind: "when-it-comes", practise: 2 });

const dueIn = (instrument: string, ...weeks: number[]): PlannedMeasure[] =>
  weeks.map((number) => ({ instrument, moment: { at: "week", week: number } }));

/**
 * The protocol that every practice starts with: ten weeks in three phases. Exercises and phases after the
 * clinical article; doses and the measure schedule are this product's defaults (docs/RULES.md, sections 2 and 3).
 */
export const builtInProtocol: ProtocolVersion = {
  key: "nearer-ten-weeks",
  title: "Ten weeks nearer",
  summary:
    "Small, deliberate risks in an order that lets each one be survived before the next: words first, then touch and small disclosures, then staying in contact when the urge to leave comes.",
  phases: [
    {
      number: 1,
      title: "Small Steps",
      aim: "Showing a little of what is inside, and letting someone help. Enough small proof that being seen does not end in harm. Where feelings are too much for now, it begins side by side: learning something together is the first step down from every exercise.",
    },
    {
      number: 2,
      title: "Building Trust",
      aim: "Teaching the body that touch can be safe and lead nowhere, and letting a few small things be known.",
    },
    {
      number: 3,
      title: "Integration",
      aim: "Talking about closeness while it changes, and taking distance out loud with a promise to return.",
    },
  ],
  exercises: builtInExercises,
  weeks: [
    week(1, 1, "highs-and-lows", feeling),
    week(2, 1, "why-closeness-feels-risky", feeling, plan("ask-for-a-favour", times(1))),
    week(3, 1, "four-ways-of-keeping-away", feeling, plan("ask-for-a-favour", times(2))),
    week(4, 1, "start-gently", feeling, plan("ask-for-a-favour", times(2))),
    week(5, 2, "the-bodys-alarm", plan("ten-minute-cuddle", times(2))),
    week(6, 2, "being-known-a-little", plan("ten-minute-cuddle", times(3)), plan("small-secret", times(1))),
    week(7, 2, "five-kinds-of-close", plan("ten-minute-cuddle", times(3)), plan("small-secret", times(1))),
    week(8, 2, null, plan("ten-minute-cuddle", times(3)), plan("small-secret", times(1))),
    week(9, 3, "pulling-away-out-loud", temperature, fear),
    week(10, 3, "leaning-makes-you-stronger", temperature, fear),
  ],
  measures: [
    { instrument: "safety-and-steadiness", moment: { at: "before-enrolment" } },
    { instrument: "safety-and-steadiness", moment: { at: "before-phase", phase: 2 } },
    { instrument: "safety-and-steadiness", moment: { at: "before-phase", phase: 3 } },
    ...dueIn("five-dimensions", 0, 5, 10),
    ...[4, 12].map(
      (weeksAfterEnd): PlannedMeasure => ({
        instrument: "five-dimensions",
        moment: { at: "follow-up", weeksAfterEnd },
      }),
    ),
    ...dueIn("five-dimensions-brief", 2, 4, 6, 8),
    ...dueIn("distance-moves", 0, 5, 10),
  ],
  followUps: [4, 12],
};
