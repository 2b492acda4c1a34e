import type { Dimension } from "@/lib/assessments/dimension";
import { type Goal, type GoalMeasure, isOpenAfter, measureWords, newestStep } from "@/lib/goals/goal";
import type { LocalDate } from "@/lib/time/local-date";

/** A line that was agreed on, across one chart. It is a place to look towards, and says nothing about who reached it. */
export type GoalLine = { measure: GoalMeasure; at: number; agreedOn: LocalDate };

/** The lines of goals that are worked towards: on each chart the one that was agreed on last. */
export function goalLines(goals: readonly Goal[]): GoalLine[] {
  const newest = new Map<GoalMeasure, GoalLine>();
  for (const goal of goals) {
    const { kind, measure, line, agreedOn } = newestStep(goal);
    if (!isOpenAfter(kind) || measure === null || line === null) continue;
    const known = newest.get(measure);
    if (!known || agreedOn >= known.agreedOn) newest.set(measure, { measure, at: line, agreedOn });
  }
  return [...newest.values()];
}

export const lineOn = (lines: readonly GoalLine[], measure: GoalMeasure): GoalLine | null =>
  lines.find((one) => one.measure === measure) ?? null;

/** Where the line of each dimension stands that has one. */
export type DimensionGoals = Partial<Record<Dimension, number>>;

export const goalsByDimension = (lines: readonly GoalLine[]): DimensionGoals =>
  Object.fromEntries(lines.flatMap(({ measure, at }) => (measure === "connection" ? [] : [[measure, at]])));

/** “The goal line at 7 was agreed on 3 November.” Never whether anybody is there: a rising number is no sign of safety. */
export const goalLineSentence = ({ at, agreedOn, measure }: GoalLine, day: (date: LocalDate) => string): string =>
  measure === "connection"
    ? `The goal line at ${at} was agreed on ${day(agreedOn)}.`
    : `The goal line for ${measureWords(measure)} at ${at} was agreed on ${day(agreedOn)}.`;
