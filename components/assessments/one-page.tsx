"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { QuestionField } from "@/components/assessments/question-field";
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
  const asked = new Set(steps.map(({ question }) => question.id));
  return (
    <div className="asmt all" ref={list}>
      <div className="top">
        {stop}
        {leave}
      </div>
      {turn}
      <h1 className="stmt" tabIndex={-1}>
        {title}
      </h1>
      <p className="words">
        <span>
          <b>{answered}</b> of {steps.length} answered
        </span>
        <span className="saved" role="status">
          {kept.saved === "Saved" && <Icon name="check" small />}
          {kept.saved}
        </span>
      </p>
      {told.map((words) => (
        <p className="read stem" key={words}>
          {words}
        </p>
      ))}
      {forms.length === 1 && labels.now ? <p className="read stem">{labels.now}</p> : null}
      <div className="sheet" key={kept.recalled}>
        {questions.map((question, index) => {
          const isNewPart = question.section !== null && question.section !== questions[index - 1]?.section;
          const part = isNewPart ? <h2>{question.section}</h2> : null;
          if (question.kind === "display") {
            return (
              <div key={question.id}>
                {part}
                <p className="read">{question.text}</p>
              </div>
            );
          }
          if (!asked.has(question.id)) return null;
          return (
            <div key={question.id} className="question">
              {part}
              {forms.map((form) => (
                <QuestionField
                  key={form}
                  question={question}
                  form={form}
                  side={forms.length > 1 ? labels[form] : null}
                  value={kept.answers.get(answerKey(form, question.id))}
                  onKeep={(value) => kept.keep({ itemId: question.id, form, value })}
                />
              ))}
            </div>
          );
        })}
      </div>
      <p role="alert" className="sec stem">
        {kept.problem}
      </p>
      <div className="foot">
        <span />
        <Button look="filled" onClick={onDone}>
          Look over and send
        </Button>
      </div>
    </div>
  );
}
