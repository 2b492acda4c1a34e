import type { Exercise } from "@/lib/exercises/exercise";
import type { PlannedExercise, PlannedMeasure, ProtocolVersion, ProtocolWeek } from "@/lib/protocol/definition";

/**
 * A protocol for tests whose subject is not the one that ships: ten weeks in three phases, an exercise on each guided page.
 * It stays as it is when the shipped one changes. Tests about the shipped one import `builtInProtocol`.
 */
const exercise = (
  page: Exercise["page"],
  title: string,
  exposureLevel: Exercise["exposureLevel"],
  minutes: number,
  gentler: string[] = [],
): Exercise => ({
  ...{ key: page, page, title, exposureLevel, minutes, gentler },
  purpose: `What is expected of “${title}” is compared with what happens.`,
  instructions: `Try “${title}” with {partner}. Stop whenever you like.`,
});

const exercises: Exercise[] = [
  exercise("one-real-feeling", "One real feeling a day", "disclosure", 3, ["learn-together", "ask-for-a-favour"]),
  exercise("ask-for-a-favour", "Ask for a favour", "together", 5, ["learn-together"]),
  exercise("ten-minute-cuddle", "Ten-minute cuddle", "touch", 12, ["learn-together", "one-real-feeling"]),
  exercise("small-secret", "Share a small secret", "disclosure", 5, ["one-real-feeling", "learn-together"]),
  exercise("temperature-check", "Temperature check", "disclosure", 3, ["one-real-feeling", "learn-together"]),
  exercise("name-the-fear", "Name the fear", "disclosure", 25, ["temperature-check", "learn-together"]),
  exercise("learn-together", "Learn something together", "together", 20),
];

const times = (one: string, n: number): PlannedExercise => ({ exercise: one, dose: { kind: "times", times: n } });
const daily = (one: string): PlannedExercise => ({ exercise: one, dose: { kind: "daily" } });
const favour = (n: number) => [daily("one-real-feeling"), times("ask-for-a-favour", n)];
const secret = [times("ten-minute-cuddle", 3), times("small-secret", 1)];
const last: PlannedExercise[] = [
  daily("temperature-check"),
  { exercise: "name-the-fear", dose: { kind: "when-it-comes", practise: 2 } },
];

const plan: [phase: number, reading: string | null, exercises: PlannedExercise[]][] = [
  [1, "highs-and-lows", [daily("one-real-feeling")]],
  [1, "why-closeness-feels-risky", favour(1)],
  [1, "four-ways-of-keeping-away", favour(2)],
  [1, "start-gently", favour(2)],
  [2, "the-bodys-alarm", [times("ten-minute-cuddle", 2)]],
  [2, "being-known-a-little", secret],
  [2, "five-kinds-of-close", secret],
  [2, null, secret],
  [3, "pulling-away-out-loud", last],
  [3, "leaning-makes-you-stronger", last],
];

const due = (instrument: string, ...weeks: number[]): PlannedMeasure[] =>
  weeks.map((week) => ({ instrument, moment: { at: "week", week } }));
const screen = "safety-and-steadiness";

export const fixtureProtocol: ProtocolVersion = {
  key: "nearer-ten-weeks",
  title: "Ten weeks nearer",
  summary: "Ten weeks for tests.",
  phases: [
    { number: 1, title: "Small Steps", aim: "Showing a little." },
    { number: 2, title: "Building Trust", aim: "Touch that leads nowhere." },
    { number: 3, title: "Integration", aim: "Talking about closeness." },
  ],
  exercises,
  weeks: plan.map(([phase, reading, asked], i): ProtocolWeek => ({ number: i + 1, phase, exercises: asked, reading })),
  measures: [
    { instrument: screen, moment: { at: "before-enrolment" } },
    { instrument: screen, moment: { at: "before-phase", phase: 2 } },
    { instrument: screen, moment: { at: "before-phase", phase: 3 } },
    ...due("five-dimensions", 0, 5, 10),
    { instrument: "five-dimensions", moment: { at: "follow-up", weeksAfterEnd: 4 } },
    { instrument: "five-dimensions", moment: { at: "follow-up", weeksAfterEnd: 12 } },
    ...due("five-dimensions-brief", 2, 4, 6, 8),
    ...due("distance-moves", 0, 5, 10),
  ],
  followUps: [4, 12],
};
