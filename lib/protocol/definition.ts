import { z } from "zod";
import { type Exercise, exerciseSchema, isAtLeast, leastExposure } from "@/lib/exercises/exercise";
import type { Limit } from "@/lib/limits";
import { doseSchema } from "@/lib/protocol/dose";
import { keySchema } from "@/lib/stable-key";
import { wordsUpTo } from "@/lib/written-words";

const words = (limit: Limit) => wordsUpTo(limit, "Write a few words");

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
    if (!isAtLeast(exercise.exposureLevel, leastExposure(exercise)))
      faults.push(`"${exercise.title}" asks for more closeness than it says: ${leastExposure(exercise)} at least.`);
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
