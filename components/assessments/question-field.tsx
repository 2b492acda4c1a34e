"use client";

import { useId } from "react";
import { useItsLanguage } from "@/components/assessments/its-language";
import { WrittenField } from "@/components/assessments/written-field";
import { asChoice, ChoiceBox } from "@/components/ui/choice-box";
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
  onProblem: (hasProblem: boolean) => void;
};

/** One question of the one-page layout: taps as a radio group, everything else as a labelled field. */
export function QuestionField({ question, form, side, value, onKeep, onProblem }: Props) {
  const id = useId();
  const its = useItsLanguage();
  const words = (
    <>
      <span className="whitespace-pre-line" {...its}>
        {question.text}
      </span>
      {question.required ? null : <span className="text-ink-2"> (if you like)</span>}
      {side ? <span className="block font-sans text-body leading-[1.4] font-semibold text-ink-2">{side}</span> : null}
    </>
  );
  // What need not be answered can be taken back again: a tap by mistake is no answer.
  const none = question.mayDecline ? "I prefer not to answer" : "No answer";
  const decline =
    question.mayDecline || (!question.required && question.kind === "choice") ? (
      <label className={asChoice(false, "min-h-11! items-center! text-ink-2")}>
        <ChoiceBox
          type="radio"
          name={`${id}-answer`}
          checked={value === null}
          onChange={() => onKeep(null)}
          aria-label={`${none}: ${question.text}`}
        />
        <span>{none}</span>
      </label>
    ) : null;
  if (question.kind === "choice") {
    return (
      <fieldset className="grid gap-0.5 [&+&]:mt-4" data-step={answerKey(form, question.id)}>
        <legend className="mb-1.5 font-medium text-[1.125rem] leading-[1.4] font-serif">{words}</legend>
        {question.options.map((option) => (
          <label className={asChoice(false, "min-h-11! items-center!")} key={option.value}>
            <ChoiceBox
              type="radio"
              name={`${id}-answer`}
              checked={value === option.value}
              onChange={() => onKeep(option.value)}
            />
            <span {...its}>{option.label}</span>
          </label>
        ))}
        {decline}
      </fieldset>
    );
  }
  return (
    <div className="grid gap-0.5 [&+&]:mt-4" data-step={answerKey(form, question.id)}>
      <label className="mb-1.5 font-medium text-[1.125rem] leading-[1.4] font-serif" htmlFor={id}>
        {words}
      </label>
      <WrittenField
        id={id}
        kind={question.kind}
        value={value}
        bounds={question.bounds}
        rule={question.written}
        unit={question.unit}
        onKeep={onKeep}
        onProblem={onProblem}
      />
      {decline}
    </div>
  );
}
