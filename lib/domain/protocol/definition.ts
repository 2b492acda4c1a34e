import { z } from "zod";
import type { Limit } from "@/lib/domain/limits";
import { doseSchema } from "@/lib/domain/protocol/dose";
import { wordsUpTo } from "@/lib/domain/written-words";

/** A stable name inside one protocol version: lower-case words joined by hyphens. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, numbers and hyphens")
  .max(60);

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

export const phaseSchema = z.strictObject({
  number: z.int().min(1).max(9),
  title: words("phaseTitle"),
  aim: words("phaseAim"),
});
export type Phase = z.infer<typeof phaseSchema>;

export const plannedExerciseSchema = z.strictObject({ exercise: keySchema, dose: doseSchema });
export type PlannedExercise = z.infer<typeof plannedExerciseSchema>;

export const weekSchema = z.strictObject({
  number: z.int().min(1).max(52),
  phase: z.int().min(1).max(9),
  exercises: z.array(plannedExerciseSchema).min(1).max(6),
  reading: keySchema.nullable(),
});
export type ProtocolWeek = z.infer<typeof weekSchema>;

/** When a measure falls due: before enrolment, on the last day of a week (0: by the first day), before a phase, or weeks after the end. */
export const measureMomentSchema = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("before-enrolment") }),
  z.strictObject({ at: z.literal("week"), week: z.int().min(0).max(52) }),
  z.strictObject({ at: z.literal("before-phase"), phase: z.int().min(2).max(9) }),
  z.strictObject({ at: z.literal("follow-up"), weeksAfterEnd: z.int().min(1).max(104) }),
]);
export type MeasureMoment = z.infer<typeof measureMomentSchema>;

export const measureSchema = z.strictObject({ instrument: keySchema, moment: measureMomentSchema });
export type PlannedMeasure = z.infer<typeof measureSchema>;

/** Sentences about what does not fit together in a version; empty when all is well. */
export function protocolFaults(version: z.infer<typeof protocolShape>): string[] {
  const faults: string[] = [];
  const exercises = new Set(version.exercises.map((e) => e.key));
  const phases = new Set(version.phases.map((p) => p.number));
  if (exercises.size !== version.exercises.length) faults.push("Two exercises have the same key.");
  if (!version.phases.every((p, i) => p.number === i + 1))
    faults.push("Phases are numbered from 1, one after another.");
  version.weeks.forEach((week, i) => {
    if (week.number !== i + 1) faults.push(`Week ${week.number} is out of order.`);
    if (!phases.has(week.phase)) faults.push(`Week ${week.number} is in a phase that does not exist.`);
    const before = version.weeks[i - 1];
    if (before && week.phase < before.phase) faults.push(`Week ${week.number} goes back to an earlier phase.`);
    const keys = week.exercises.map((e) => e.exercise);
    if (new Set(keys).size !== keys.length) faults.push(`Week ${week.number} has the same exercise twice.`);
    for (const key of keys)
      if (!exercises.has(key)) faults.push(`Week ${week.number} asks for "${key}", which does not exist.`);
  });
  for (const phase of phases) {
    if (!version.weeks.some((w) => w.phase === phase)) faults.push(`Phase ${phase} has no week.`);
  }
  for (const exercise of version.exercises) {
    if (!isAtLeast(exercise.reach, leastReach(exercise)))
      faults.push(`"${exercise.title}" asks for more closeness than it says: ${leastReach(exercise)} at least.`);
    if (isBuiltIn(exercise.key) && exercise.page !== exercise.key)
      faults.push(`"${exercise.title}" has a guided page of its own.`);
    for (const key of exercise.gentler) {
      if (!exercises.has(key) || key === exercise.key)
        faults.push(`"${exercise.title}" names a gentler step that does not exist.`);
    }
  }
  for (const { moment } of version.measures) {
    if (moment.at === "week" && moment.week > version.weeks.length)
      faults.push(`A measure is due in week ${moment.week}, after the end.`);
    if (moment.at === "before-phase" && !phases.has(moment.phase))
      faults.push(`A measure is due before phase ${moment.phase}, which does not exist.`);
    if (moment.at === "follow-up" && !version.followUps.includes(moment.weeksAfterEnd))
      faults.push(`A measure is due ${moment.weeksAfterEnd} weeks after the end, where no follow-up is.`);
  }
  return faults;
}

/** The longest protocol, in weeks, and how many exercises it may know. */
export const MOST_WEEKS = 52;
export const MOST_EXERCISES = 40;

const protocolShape = z.strictObject({
  key: keySchema,
  title: words("protocolTitle"),
  summary: words("protocolSummary"),
  phases: z.array(phaseSchema).min(1).max(9),
  exercises: z.array(exerciseSchema).min(1).max(MOST_EXERCISES),
  weeks: z.array(weekSchema).min(1).max(MOST_WEEKS),
  measures: z.array(measureSchema).max(60),
  /** Weeks after the end at which follow-up measures are due. */
  followUps: z.array(z.int().min(1).max(104)).max(6),
  /** Days before each new phase that a linked couple lives in own steps; `OWN_DAYS` where a version does not say. */
  ownDays: z.int().min(1).max(6).optional(),
});

/**
 * The content of one published protocol version. Weeks are numbered from 1 without a gap, phases never go
 * back, every exercise that a week names exists.
 */
export const protocolVersionSchema = protocolShape.superRefine((version, ctx) => {
  for (const message of protocolFaults(version)) ctx.addIssue({ code: "custom", message });
});
export type ProtocolVersion = z.infer<typeof protocolVersionSchema>;

/** The last days before each new phase that every linked couple lives in own steps (ours). */
export const OWN_DAYS = 4;
export const ownDaysOf = ({ ownDays = OWN_DAYS }: Pick<ProtocolVersion, "ownDays">): number => ownDays;

/** The exercise with this key, or undefined when the version has none (a decision may name one from another version). */
export function exerciseOf(version: ProtocolVersion, key: string): Exercise | undefined {
  return version.exercises.find((e) => e.key === key);
}

/** The content of protocol week `number`. Weeks added at the end (11, 12 …) repeat the last week's content. Numbers below 1 give week 1. */
export function weekContent(version: ProtocolVersion, number: number): ProtocolWeek {
  const week = version.weeks[Math.min(Math.max(number, 1), version.weeks.length) - 1];
  if (!week) throw new RangeError("A protocol version has at least one week");
  return week;
}

/** The phase that protocol week `number` belongs to. */
export function phaseOfWeek(version: ProtocolVersion, number: number): Phase {
  const phase = version.phases[weekContent(version, number).phase - 1];
  if (!phase) throw new RangeError(`Week ${number} belongs to no phase`);
  return phase;
}
