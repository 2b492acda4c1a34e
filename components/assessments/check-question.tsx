"use client";

import { useId } from "react";
import { CheckForm, type StepForm } from "@/components/assessments/check-form";
import { WrittenField } from "@/components/assessments/written-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Answer } from "@/lib/assessments/instrument";
import type { Question } from "@/lib/assessments/questions";
import { tapOf } from "@/lib/safety/opened-check";

type Props = StepForm & {
  question: Question;
  problem: string;
  hasBack: boolean;
  /** Keeps what is being written. */
  onKeep: (value: Answer["value"]) => void;
  onTap: (go: string) => void;
};

/**
 * One question, alone on the page. A tap answers it and goes on, so that nothing stays marked on the screen; going back shows
 * the question and never what was answered.
 */
export function CheckQuestion({ question, problem, hasBack, onKeep, ...form }: Props) {
  const id = useId();
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
          <WrittenField
            id={`${id}-words`}
            kind={question.kind}
            value={null}
            onKeep={onKeep}
            sentWith={{ form: `${id}-form`, name: "words" }}
          />
        </div>
      ) : null}
      <CheckForm {...form} id={`${id}-form`}>
        {isWritten ? (
          // The first button of a form is what Enter presses, and that must not be the way back.
          <button type="submit" name="go" value="next" hidden />
        ) : (
          <fieldset className="opts" aria-labelledby={id}>
            {question.options.map(({ value, label }) => (
              <button type="submit" className="opt" key={value} name="go" value={tapOf(value)}>
                {label}
              </button>
            ))}
          </fieldset>
        )}
        <p role="alert" className="sec check-problem">
          {problem}
        </p>
        <div className="foot">
          {hasBack ? (
            <Button type="submit" name="go" value="back">
              <Icon name="back" small />
              Back
            </Button>
          ) : (
            <span />
          )}
          <span className="row">
            {question.kind === "display" ? null : (
              <Button look="quiet" type="submit" name="go" value="out">
                Leave this out
              </Button>
            )}
            {isWritten || question.kind === "display" ? (
              <Button look="filled" type="submit" name="go" value="next">
                Next
              </Button>
            ) : null}
          </span>
        </div>
      </CheckForm>
    </>
  );
}
