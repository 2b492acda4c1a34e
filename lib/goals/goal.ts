import { type Dimension, dimensionLabels, dimensions } from "@/lib/assessments/dimension";
import { ranges } from "@/lib/limits";
import type { LocalDate } from "@/lib/time/local-date";

/** What can happen to a goal. Each is a row of its own, which holds all that is true of the goal from then on. */
export const goalStepKinds = ["set", "changed", "going-on", "met", "let-go"] as const;
export type GoalStepKind = (typeof goalStepKinds)[number];

/** What a review says of a goal; another wording or line is a change. */
export const goalReviews = ["going-on", "met", "let-go"] as const;
export type GoalReview = (typeof goalReviews)[number];

/** On which chart a goal may have a line. */
export const goalMeasures = ["connection", ...dimensions] as const;
export type GoalMeasure = (typeof goalMeasures)[number];

/** With whom a goal was agreed, and how. */
export const agreedWith = { client: "The client", both: "The client, with the partner there" } as const;
export type AgreedWith = keyof typeof agreedWith;
export const agreedHow = { session: "In a session", call: "In a call", writing: "In writing" } as const;
export type AgreedHow = keyof typeof agreedHow;

export type GoalStep = {
  ordinal: number;
  kind: GoalStepKind;
  /** In the client’s words. */
  words: string;
  /** A line on one chart; both are null without. */
  measure: GoalMeasure | null;
  line: number | null;
  /** Whether the words stand in the client’s portal. */
  isShown: boolean;
  agreedWith: AgreedWith;
  agreedHow: AgreedHow;
  agreedOn: LocalDate;
  /** What was said about it at a review. */
  note: string | null;
  /** The session in which it was reviewed, where it stands here. */
  reviewedAt: Date | null;
  by: string;
  at: Date;
};

/** Oldest first; there is always one. The newest counts. */
export type Goal = { id: string; steps: readonly GoalStep[] };

export const newestStep = ({ steps }: Goal): GoalStep => {
  const step = steps.at(-1);
  if (!step) throw new Error("A goal has a step.");
  return step;
};

/** Goals as they stood at the end of a day: what was decided later is not there. */
export const goalsUntil = (goals: readonly Goal[], last: LocalDate, dayOf: (at: Date) => LocalDate): Goal[] =>
  goals
    .map(({ id, steps }) => ({ id, steps: steps.filter(({ at }) => dayOf(at) <= last) }))
    .filter(({ steps }) => steps.length > 0);

/** Whether a goal is worked towards; what was met or let go can be taken up again. */
export const isOpenAfter = (kind: GoalStepKind): boolean => kind !== "met" && kind !== "let-go";

/** What can happen next. What is over is taken up again before it is called something else. */
export const nextGoalSteps = (kind: GoalStepKind): GoalStepKind[] =>
  isOpenAfter(kind) ? ["going-on", "met", "let-go", "changed"] : ["going-on"];

/** The least and the most of a line, by its chart. */
export const lineRange = (measure: GoalMeasure) =>
  measure === "connection" ? ranges.goalOnConnection : ranges.goalOnDimension;

/** “connection”, “emotional closeness”, inside a sentence. */
export const measureWords = (measure: GoalMeasure): string =>
  measure === "connection" ? "connection" : `${measure} closeness`;

/** As the name of a choice. */
export const measureLabel = (measure: GoalMeasure): string =>
  measure === "connection" ? "Connection, 1 to 10" : `${dimensionLabels[measure as Dimension]}, 0 to 96`;

/** What became of a goal, after a name: “went on with it”. */
export function goalStepWords(kind: GoalStepKind, before: GoalStepKind | null): string {
  switch (kind) {
    case "set":
      return "wrote it down";
    case "changed":
      return "changed it";
    case "going-on":
      return before !== null && !isOpenAfter(before) ? "took it up again" : "went on with it";
    case "met":
      return "called it met";
    case "let-go":
      return "let it go";
  }
}
