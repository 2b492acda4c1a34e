"use client";

import { useId } from "react";
import { WrittenField } from "@/components/assessments/written-field";
import { answerKey } from "@/lib/assessments/answer-key";
import type { Form } from "@/lib/assessments/instrument";
import type { Question } from "@/lib/assessments/questions";

type Value = number | string | null | undefined;

type Props = {
  question: Question;
  form: Form;
  /** Which of two answers this is, in words; null when there is one. */
  side: string | null;
  value: Value;
  onKeep: (value: number | string | null) => void;
};

/** One question of the one-page layout: taps as a radio group, everything else as a labelled field. */
export function QuestionField({ question, form, side, value, onKeep }: Props) {
  const id = useId();
  const words = (
    <>
      {question.text}
      {question.required ? null : <span className="sec"> (if you like)</span>}
      {side ? <span className="side">{side}</span> : null}
    </>
  );
  const decline = question.mayDecline ? (
    <label className="choice decline">
      <input
        type="radio"
        name={`${id}-answer`}
        checked={value === null}
        onChange={() => onKeep(null)}
        aria-label={`I prefer not to answer: ${question.text}`}
      />
      <span>I prefer not to answer</span>
    </label>
  ) : null;
  if (question.kind === "choice") {
    return (
      <fieldset className="choices ask-one" data-step={answerKey(form, question.id)}>
        <legend>{words}</legend>
        {question.options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={`${id}-answer`}
              checked={value === option.value}
              onChange={() => onKeep(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {decline}
      </fieldset>
    );
  }
  return (
    <div className="ask-one" data-step={answerKey(form, question.id)}>
      <label htmlFor={id}>{words}</label>
      <WrittenField id={id} kind={question.kind} value={value} onKeep={onKeep} />
      {decline}
    </div>
  );
}
