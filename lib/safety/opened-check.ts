import type { Question, Step } from "@/lib/assessments/questions";
import type { Help } from "@/lib/safety/region-contacts";

/** Everything that a browser learns of a check, and only once the person said that they are alone. */
export type OpenedCheck = {
  sittingId: string;
  questions: readonly Question[];
  /** What stands before the first question, and after the last. */
  before: readonly string[];
  after: string;
  /** Where to turn: the same for everybody, from the first question on. */
  help: Help;
};

type Stage = "door" | "not-alone" | "words" | "question" | "end" | "sent";

/** Where somebody stands in a check. `itemId` names the question, and nothing elsewhere. */
export type CheckPlace = { stage: Stage; itemId: string };

export const atDoor: CheckPlace = { stage: "door", itemId: "" };

/** The question after this one, or the end; from the words before them, the first. */
export function placeAfter(steps: readonly Step[], itemId: string): CheckPlace {
  return placeAt(steps, steps.findIndex(({ question }) => question.id === itemId) + 1);
}

/** The question before this one; the first has none, and stays. */
export function placeBefore(steps: readonly Step[], itemId: string): CheckPlace {
  const at = steps.findIndex(({ question }) => question.id === itemId);
  return placeAt(steps, Math.max(at - 1, 0));
}

function placeAt(steps: readonly Step[], index: number): CheckPlace {
  const step = steps[index];
  return step ? { stage: "question", itemId: step.question.id } : { stage: "end", itemId: "" };
}

const answerMark = "answer:";

/** What a button of a question says when it is tapped: an answer, or where to go. */
export const tapOf = (value: number): string => `${answerMark}${value}`;

/** The answer in a tap; null when it is none. */
export const answerIn = (tap: string): number | null =>
  tap.startsWith(answerMark) ? Number(tap.slice(answerMark.length)) : null;
