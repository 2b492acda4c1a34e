"use client";

import { useId } from "react";
import type { Form } from "@/lib/domain/assessments/instrument";
import type { Question } from "@/lib/domain/assessments/questions";

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
      <fieldset className="choices ask-one" data-step={`${form}/${question.id}`}>
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
    <div className="ask-one" data-step={`${form}/${question.id}`}>
      <label htmlFor={id}>{words}</label>
      <div className="field">
        {question.kind === "text" ? (
          <textarea
            id={id}
            rows={3}
            maxLength={5000}
            defaultValue={typeof value === "string" ? value : ""}
            onBlur={(event) => changed(event.target.value, value, onKeep)}
          />
        ) : (
          <input
            id={id}
            type={question.kind === "date" ? "date" : "text"}
            inputMode={question.kind === "number" ? "decimal" : undefined}
            defaultValue={value ?? ""}
            onBlur={(event) => {
              const typed = event.target.value.trim();
              const number = Number(typed.replace(",", "."));
              if (question.kind !== "number") changed(typed, value, onKeep);
              else if (typed !== "" && Number.isFinite(number) && number !== value) onKeep(number);
            }}
          />
        )}
      </div>
      {decline}
    </div>
  );
}

/** Words are kept when the person moves on, and only if they are other words than before. */
function changed(typed: string, before: Value, onKeep: (value: string) => void): void {
  if (typed !== "" && typed !== before) onKeep(typed);
}
