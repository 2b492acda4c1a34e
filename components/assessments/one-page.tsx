"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useItsLanguage } from "@/components/assessments/its-language";
import { QuestionField } from "@/components/assessments/question-field";
import { asSitting, sittingFoot, sittingTop } from "@/components/assessments/sitting-look";
import type { useSavedAnswers } from "@/components/assessments/use-saved-answers";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { answerKey } from "@/lib/assessments/answer-key";
import type { Form } from "@/lib/assessments/instrument";
import type { Question, Step } from "@/lib/assessments/questions";

type Props = {
  title: string;
  labels: { now: string | null; wished: string | null };
  forms: readonly Form[];
  questions: readonly Question[];
  steps: readonly Step[];
  /** The question that the review led back to. */
  startAt: number;
  kept: ReturnType<typeof useSavedAnswers>;
  stop: ReactNode;
  leave: ReactNode;
  /** The line about where to turn, and the numbers at once when an answer asks for them. */
  turn: ReactNode;
  /** What reaches the therapist at once. */
  told: readonly string[];
  onDone: () => void;
};

/** Every question on one page, in order, each kept as soon as it is answered. */
export function OnePage(props: Props) {
  const { title, labels, forms, questions, steps, startAt, kept, stop, leave, turn, told, onDone } = props;
  const list = useRef<HTMLDivElement>(null);
  const its = useItsLanguage();
  const target = steps[startAt];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the page opens
  useEffect(() => {
    if (startAt === 0 || !target) return;
    const field = list.current?.querySelector(
      `[data-step="${CSS.escape(answerKey(target.form, target.question.id))}"]`,
    );
    field?.scrollIntoView({ block: "center" });
    field?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [startAt]);
  const answered = steps.filter(({ question, form }) => {
    const value = kept.answers.get(answerKey(form, question.id));
    return value !== undefined && (value !== null || question.mayDecline);
  }).length;
  const [unkept, setUnkept] = useState<ReadonlySet<string>>(new Set());
  const note = (key: string, hasProblem: boolean) =>
    setUnkept((before) => new Set(hasProblem ? [...before, key] : [...before].filter((one) => one !== key)));
  const saved = unkept.size > 0 ? "Not saved yet" : kept.saved;
  const asked = new Set(steps.map(({ question }) => question.id));
  return (
    <div {...asSitting(true)} ref={list}>
      <div className={sittingTop}>
        {stop}
        {leave}
      </div>
      {turn}
      <h1
        className="short:pt-4 short:text-[min(1.5rem,11.5vw)] shorter:pt-3 shorter:text-[min(1.375rem,11.5vw)] shorter:leading-snug pt-7.5 px-5 font-medium text-[min(1.625rem,11.5vw)] leading-close font-serif tracking-[-0.005em] text-balance"
        tabIndex={-1}
        {...its}
      >
        {title}
      </h1>
      <p className="flex sticky top-0 portal:top-16 squat:static z-2 gap-4 mt-3 py-2.5 px-5 border-b border-line justify-between bg-paper text-ink-2">
        <span>
          <b>{answered}</b> of {steps.length} answered
        </span>
        <span className="inline-flex gap-1.25 items-center" role="status">
          {saved === "Saved" && <Icon name="check" small />}
          {saved}
        </span>
      </p>
      {told.map((words) => (
        <p className="reading mt-4 mx-5" key={words}>
          {words}
        </p>
      ))}
      {forms.length === 1 && labels.now ? (
        <p className="reading mt-4 mx-5" {...its}>
          {labels.now}
        </p>
      ) : null}
      <div className="grid gap-7 p-5" key={kept.recalled}>
        {questions.map((question, index) => {
          const isNewPart = question.section !== null && question.section !== questions[index - 1]?.section;
          const part = isNewPart ? (
            <h2
              className="mt-3 mb-4 pt-3 border-t-[1.5px] border-ink font-semibold text-section leading-snug font-serif"
              {...its}
            >
              {question.section}
            </h2>
          ) : null;
          if (question.kind === "display") {
            return (
              <div key={question.id}>
                {part}
                <p className="reading whitespace-pre-line" {...its}>
                  {question.text}
                </p>
              </div>
            );
          }
          if (!asked.has(question.id)) return null;
          return (
            <div key={question.id}>
              {part}
              {(question.forms ?? forms).map((form) => (
                <QuestionField
                  key={form}
                  question={question}
                  form={form}
                  side={forms.length > 1 ? labels[form] : null}
                  value={kept.answers.get(answerKey(form, question.id))}
                  onKeep={(value) => kept.keep({ itemId: question.id, form, value })}
                  onProblem={(hasProblem) => note(answerKey(form, question.id), hasProblem)}
                />
              ))}
            </div>
          );
        })}
      </div>
      <p role="alert" className="mt-4 mx-5 text-ink-2">
        {kept.problem}
      </p>
      <div className={sittingFoot}>
        <span />
        <Button
          look="filled"
          onClick={() =>
            unkept.size > 0 ? list.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus() : onDone()
          }
        >
          Look over and send
        </Button>
      </div>
    </div>
  );
}
