"use client";

import type { Route } from "next";
import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { Statement } from "@/components/assessments/statement";
import { LinkButton } from "@/components/ui/link-button";
import type { Form } from "@/lib/domain/assessments/instrument";
import type { Question } from "@/lib/domain/assessments/questions";
import { type FormState, idle } from "@/lib/domain/form-state";
import type { GivenAnswer } from "./given-answer";
import { Review } from "./review";
import { useSavedAnswers } from "./use-saved-answers";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Props = {
  id: string;
  title: string;
  forms: readonly Form[];
  stems: { now: string | null; wished: string | null };
  questions: readonly Question[];
  answers: readonly GivenAnswer[];
  save: Action;
  submit: Action;
  leave: ReactNode;
};

const bothSides = { now: "How it is now", wished: "How you wish it were" };

const keyOf = (itemId: string, form: Form) => `${form}/${itemId}`;

/** A sitting, one statement at a time. It opens where the person left off, on whichever device that was. */
export function Sitting({ id, title, forms, stems, questions, answers, save, submit, leave }: Props) {
  const steps = questions.flatMap((question) => forms.map((form) => ({ question, form })));
  const kept = useSavedAnswers(id, answers, save);
  const isOpen = ({ question, form }: (typeof steps)[number]) => !kept.answers.has(keyOf(question.id, form));
  const [at, setAt] = useState(() => {
    const first = steps.findIndex(isOpen);
    return first < 0 ? steps.length : first;
  });
  const [asks, setAsks] = useState(false);
  const [sent, send] = useActionState(submit, idle);
  const heading = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, nothing else
  useEffect(() => {
    if (moved.current) heading.current?.querySelector("h1")?.focus();
    moved.current = true;
  }, [at]);

  const step = steps[at];
  const stop = (
    <LinkButton href={"/portal" as Route} look="quiet">
      Stop for now
    </LinkButton>
  );
  const go = (to: number) => {
    setAsks(false);
    setAt(to);
  };
  if (!step) {
    const open = steps.flatMap((one, index) => (isOpen(one) ? [{ index, text: one.question.text }] : []));
    return (
      <div ref={heading}>
        <Review
          id={id}
          title={title}
          open={open}
          send={send}
          state={sent}
          saved={kept.saved}
          isSettled={kept.isSettled}
          onOpen={go}
          onBack={() => go(steps.length - 1)}
          stop={stop}
          leave={leave}
        />
      </div>
    );
  }

  const { question, form } = step;
  const value = kept.answers.get(keyOf(question.id, form));
  const now = kept.answers.get(keyOf(question.id, "now"));
  const isAnswered = value !== undefined;
  return (
    <div ref={heading}>
      <Statement
        number={questions.indexOf(question) + 1}
        of={questions.length}
        statement={question.text}
        side={form}
        sides={forms}
        sideLabels={forms.length > 1 ? bothSides : { now: stems.now ?? "Your answer", wished: "" }}
        options={question.options}
        value={typeof value === "number" ? value : null}
        nowValue={typeof now === "number" ? now : null}
        onChoose={(chosen) => {
          setAsks(false);
          kept.keep({ itemId: question.id, form, value: chosen });
        }}
        onBack={at > 0 ? () => go(at - 1) : null}
        onNext={() => (isAnswered || !question.required ? go(at + 1) : setAsks(true))}
        saved={kept.saved}
        stop={stop}
        leave={leave}
        aside={
          <div className="beside">
            {question.mayDecline ? (
              <button
                type="button"
                className="btn quiet"
                aria-pressed={value === null}
                onClick={() => {
                  kept.keep({ itemId: question.id, form, value: null });
                  go(at + 1);
                }}
              >
                I prefer not to answer
              </button>
            ) : null}
            <p role="alert" className="sec">
              {asks ? "Choose the answer that fits best, then go on." : kept.problem}
            </p>
          </div>
        }
      />
    </div>
  );
}
