import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { askedSteps, questionsOf, type Step } from "@/lib/assessments/questions";

/** Whether a step waits for an answer: nothing was said, or it was taken back where one may not decline. */
export const isOpenStep = ({ question }: Step, value: Answer["value"] | undefined): boolean =>
  value === undefined || (value === null && !question.mayDecline);

/**
 * The question at which somebody goes on, as the sitting opens it: the first with an open side. `at` is its place from 1, null
 * once nothing is open; `of` how many are asked.
 */
export function firstOpen(
  instrument: Instrument,
  answers: readonly Answer[],
): { readonly at: number | null; readonly of: number } {
  const steps = askedSteps(questionsOf(instrument), instrument.forms, answers).filter(
    ({ question }) => question.kind !== "display",
  );
  const asked = [...new Set(steps.map(({ question }) => question.id))];
  const open = steps.find((step) =>
    isOpenStep(step, answers.find(({ itemId, form }) => itemId === step.question.id && form === step.form)?.value),
  );
  return { at: open ? asked.indexOf(open.question.id) + 1 : null, of: asked.length };
}
