"use client";

import { useId } from "react";
import { CheckForm, type StepForm } from "@/components/assessments/check-form";
import { answer, checkFoot } from "@/components/assessments/sitting-look";
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
      {question.section ? <p className="pt-6 px-5 text-ink-2">{question.section}</p> : null}
      <h1
        className="short:pt-4 short:text-[min(1.5rem,11.5vw)] shorter:pt-3 shorter:text-[min(1.375rem,11.5vw)] shorter:leading-snug pt-7.5 px-5 font-medium text-[min(1.625rem,11.5vw)] leading-close font-serif tracking-[-0.005em] text-balance"
        id={id}
        tabIndex={-1}
      >
        {question.text}
      </h1>
      {isWritten ? (
        <div className="mt-4 mx-5">
          <label className="sr-only" htmlFor={`${id}-words`}>
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
          <fieldset className="grid relative gap-2 mx-5" aria-labelledby={id}>
            {question.options.map(({ value, label }) => (
              <button
                type="submit"
                className={answer({
                  joins: null,
                  class: "w-full text-start focus-visible:outline-3 focus-visible:outline-offset-2",
                })}
                key={value}
                name="go"
                value={tapOf(value)}
              >
                {label}
              </button>
            ))}
          </fieldset>
        )}
        <p role="alert" className="mt-4 mx-5 text-ink-2 min-h-6">
          {problem}
        </p>
        <div className={checkFoot}>
          {hasBack ? (
            <Button type="submit" name="go" value="back">
              <Icon name="back" small />
              Back
            </Button>
          ) : (
            <span />
          )}
          <span className="flex gap-2.5 flex-wrap items-center">
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
