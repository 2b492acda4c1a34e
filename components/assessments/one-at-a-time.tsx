"use client";

import { type ReactNode, useState } from "react";
import { Statement } from "@/components/assessments/statement";
import type { useSavedAnswers } from "@/components/assessments/use-saved-answers";
import { WrittenField } from "@/components/assessments/written-field";
import { asButton } from "@/components/ui/button";
import { answerKey } from "@/lib/assessments/answer-key";
import type { Form } from "@/lib/assessments/instrument";
import { type Question, type Step, shownBefore } from "@/lib/assessments/questions";

/** What a stem says beyond the label that stands above it already. */
const beyondLabel = (stem: string | null | undefined, label: string): string | null =>
  (stem?.startsWith(`${label}.`) ? stem.slice(label.length + 1).trim() : stem) || null;

type Shared = {
  forms: readonly Form[];
  kept: ReturnType<typeof useSavedAnswers>;
  stop: ReactNode;
  leave: ReactNode;
  turn: ReactNode;
  /** What reaches the therapist at once: said where the person begins. */
  told: readonly string[];
};

type StepProps = Shared & {
  labels: { now: string; wished: string };
  /** How each side is meant, where the labels only name them. */
  stems: { now: string | null; wished: string | null } | null;
  questions: readonly Question[];
  steps: readonly Step[];
  at: number;
  onGo: (to: number) => void;
};

/** One statement, and one side of it, at a time. */
export function OneAtATime({
  forms,
  kept,
  stop,
  leave,
  turn,
  told,
  labels,
  stems,
  questions,
  steps,
  at,
  onGo,
}: StepProps) {
  const [asksAt, setAsksAt] = useState<number | null>(null);
  const [unkept, setUnkept] = useState<number | null>(null);
  const step = steps[at];
  if (!step) return null;
  const { question, form } = step;
  const value = kept.answers.get(answerKey(form, question.id));
  const now = kept.answers.get(answerKey("now", question.id));
  const asked = [...new Set(steps.map((one) => one.question.id))];
  return (
    <Statement
      number={asked.indexOf(question.id) + 1}
      of={asked.length}
      statement={question.text}
      side={form}
      sides={question.forms ?? forms}
      sideLabels={labels}
      stem={beyondLabel(stems?.[form], labels[form])}
      options={question.options}
      intro={[...told, ...(form === "now" ? shownBefore(questions, question) : [])]}
      field={
        question.kind === "choice" ? undefined : (
          <>
            <label className="sr-only" htmlFor={`written-${form}-${question.id}`}>
              {question.text}
            </label>
            <WrittenField
              key={`${answerKey(form, question.id)}/${kept.recalled}`}
              id={`written-${form}-${question.id}`}
              kind={question.kind}
              value={value}
              bounds={question.bounds}
              rule={question.written}
              unit={question.unit}
              onProblem={(hasProblem) => setUnkept(hasProblem ? at : null)}
              onKeep={(written) => {
                setAsksAt(null);
                kept.keep({ itemId: question.id, form, value: written });
              }}
            />
          </>
        )
      }
      value={typeof value === "number" ? value : null}
      nowValue={typeof now === "number" ? now : null}
      onChoose={(chosen) => {
        setAsksAt(null);
        kept.keep({ itemId: question.id, form, value: chosen });
      }}
      onBack={at > 0 ? () => onGo(at - 1) : null}
      onNext={() => {
        if (unkept === at) document.querySelector<HTMLElement>("[data-sitting] [aria-invalid=true]")?.focus();
        else if (value !== undefined || !question.required) onGo(at + 1);
        else setAsksAt(at);
      }}
      saved={unkept === at ? "Not saved yet" : kept.saved}
      stop={stop}
      leave={leave}
      turn={turn}
      aside={
        <div className="grid px-5 justify-items-start min-h-12">
          {!question.required && !question.mayDecline && question.kind === "choice" && typeof value === "number" ? (
            <button
              type="button"
              {...asButton({ look: "quiet" })}
              onClick={() => kept.keep({ itemId: question.id, form, value: null })}
            >
              Take my answer back
            </button>
          ) : null}
          {question.mayDecline ? (
            <button
              type="button"
              {...asButton({ look: "quiet" })}
              aria-pressed={value === null}
              onClick={() => {
                kept.keep({ itemId: question.id, form, value: null });
                onGo(at + 1);
              }}
            >
              I prefer not to answer
            </button>
          ) : null}
          <p role="alert" className="text-ink-2">
            {asksAt === at
              ? question.kind === "choice"
                ? "Choose the answer that fits best, then go on."
                : "This one needs an answer before you go on."
              : kept.problem}
          </p>
        </div>
      }
    />
  );
}
