"use client";

import { useId } from "react";
import type { CheckAnswer } from "@/components/assessments/use-check-answers";
import { WrittenField } from "@/components/assessments/written-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Question } from "@/lib/assessments/questions";

type Props = {
  question: Question;
  problem: string;
  /** Keeps an answer; `null` leaves the question out. */
  onAnswer: (value: CheckAnswer["value"]) => void;
  onNext: () => void;
  onBack: (() => void) | null;
};

/**
 * One question, alone on the page. A tap answers it and goes on, so that nothing stays marked on the screen; going back shows
 * the question and never what was answered.
 */
export function CheckQuestion({ question, problem, onAnswer, onNext, onBack }: Props) {
  const id = useId();
  const answer = (value: CheckAnswer["value"]) => {
    onAnswer(value);
    onNext();
  };
  const isWritten = question.kind === "text" || question.kind === "number" || question.kind === "date";
  return (
    <>
      {question.section ? <p className="sec check-frame">{question.section}</p> : null}
      <h1 className="stmt" id={id} tabIndex={-1}>
        {question.text}
      </h1>
      {isWritten ? (
        <div className="check-words">
          <label className="vh" htmlFor={`${id}-words`}>
            {question.text}
          </label>
          <WrittenField id={`${id}-words`} kind={question.kind} value={null} onKeep={onAnswer} />
        </div>
      ) : (
        <fieldset className="opts" aria-labelledby={id}>
          {question.options.map((option) => (
            <button type="button" className="opt" key={option.value} onClick={() => answer(option.value)}>
              {option.label}
            </button>
          ))}
        </fieldset>
      )}
      <p role="alert" className="sec check-problem">
        {problem}
      </p>
      <div className="foot">
        {onBack ? (
          <Button onClick={onBack}>
            <Icon name="back" small />
            Back
          </Button>
        ) : (
          <span />
        )}
        {question.kind === "display" ? (
          <Button look="filled" onClick={onNext}>
            Next
          </Button>
        ) : (
          <span className="row">
            <Button look="quiet" onClick={() => answer(null)}>
              Leave this out
            </Button>
            {isWritten ? (
              <Button look="filled" onClick={onNext}>
                Next
              </Button>
            ) : null}
          </span>
        )}
      </div>
    </>
  );
}
