"use client";

import type { Route } from "next";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { OnePage } from "@/components/assessments/one-page";
import { Review } from "@/components/assessments/review";
import { Statement } from "@/components/assessments/statement";
import { useSavedAnswers } from "@/components/assessments/use-saved-answers";
import { WrittenField } from "@/components/assessments/written-field";
import { useFormAction } from "@/components/forms/use-form-action";
import { asButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { answerKey, placeOfKey } from "@/lib/assessments/answer-key";
import type { CrisisRule } from "@/lib/assessments/crisis-rule";
import { isOpenStep } from "@/lib/assessments/first-open";
import type { Answer, Form } from "@/lib/assessments/instrument";
import { askedSteps, type Question, type Step, shownBefore } from "@/lib/assessments/questions";
import { TOLD_AT_ONCE } from "@/lib/assessments/told-at-once";
import type { FormState } from "@/lib/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Props = {
  id: string;
  title: string;
  forms: readonly Form[];
  stems: { now: string | null; wished: string | null };
  layout: "one-at-a-time" | "one-page";
  questions: readonly Question[];
  answers: readonly Answer[];
  save: Action;
  submit: Action;
  /** Whether answers that could not be sent may wait on this device. */
  onDevice: boolean;
  /** Where "Stop for now" leads; null on a device that shows nothing else. */
  stopAt: Route | null;
  /** Whether some answers reach the therapist before anything is sent. */
  tellsAtOnce: boolean;
  leave: ReactNode;
  /** The quiet line about where to turn: the same on every sitting, from the first question on. */
  help: ReactNode;
  /** Where to turn, shown at once when an answer asks for it, by the rules that came with the page. */
  crisis?: { panel: ReactNode; isShown: boolean; rules: readonly CrisisRule[] };
};

/** What a stem says beyond the label that stands above it already. */
const beyondLabel = (stem: string | null | undefined, label: string): string | null =>
  (stem?.startsWith(`${label}.`) ? stem.slice(label.length + 1).trim() : stem) || null;

const bothSides = { now: "How it is now", wished: "How you wish it were" };

/** A sitting in either layout. It opens where the person left off, on whichever device that was. */
export function Sitting(props: Props) {
  const { id, title, forms, stems, questions, stopAt, tellsAtOnce, crisis } = props;
  const kept = useSavedAnswers(id, props.answers, {
    save: props.save,
    onDevice: props.onDevice,
    rules: crisis?.rules ?? [],
  });
  const given = [...kept.answers].map(([key, value]) => ({ ...placeOfKey(key), value }));
  const steps = askedSteps(questions, forms, given).filter(({ question }) => question.kind !== "display");
  const isOpen = (step: Step) => isOpenStep(step, kept.answers.get(answerKey(step.form, step.question.id)));
  const isOnePage = props.layout === "one-page";
  const [at, setAt] = useState(() => {
    const first = steps.findIndex(isOpen);
    if (first < 0) return steps.length;
    return isOnePage ? 0 : first;
  });
  const [opening] = useState(at);
  const [sent, send] = useFormAction(props.submit);
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, nothing else
  useEffect(() => {
    if (moved.current && (!isOnePage || at >= steps.length)) frame.current?.querySelector("h1")?.focus();
    moved.current = true;
  }, [at]);

  useEffect(() => {
    if (!kept.crisis) return;
    const panel = frame.current?.querySelector<HTMLElement>("[data-crisis]");
    panel?.scrollIntoView({ block: "start" });
    panel?.focus({ preventScroll: true });
  }, [kept.crisis]);

  const stop = stopAt ? (
    <LinkButton href={stopAt} look="quiet">
      <Icon name="back" small />
      Stop for now
    </LinkButton>
  ) : (
    <span />
  );
  const step = steps[at];
  const turn = (
    <>
      {props.help}
      {crisis && (crisis.isShown || kept.crisis) ? crisis.panel : null}
    </>
  );
  const labels = forms.length > 1 ? bothSides : { now: stems.now ?? "Your answer", wished: "" };
  const told = tellsAtOnce && (isOnePage || at === 0 || at === opening) ? [TOLD_AT_ONCE] : [];
  const shared = { title, forms, kept, stop, leave: props.leave, turn, told };
  const openSteps = steps.flatMap((one, index) =>
    isOpen(one) && one.question.required
      ? [{ index, text: forms.length > 1 ? `${one.question.text} ${bothSides[one.form]}.` : one.question.text }]
      : [],
  );
  return (
    <div ref={frame}>
      {step === undefined ? (
        <Review
          {...shared}
          id={id}
          open={openSteps}
          tellsAtOnce={tellsAtOnce}
          answered={steps.filter((one) => !isOpen(one)).length}
          of={steps.length}
          send={send}
          state={sent}
          onOpen={(index) => setAt(index)}
          onBack={() => setAt(isOnePage ? 0 : steps.length - 1)}
        />
      ) : isOnePage ? (
        <OnePage
          {...shared}
          labels={forms.length > 1 ? labels : { now: stems.now, wished: null }}
          questions={questions}
          steps={steps}
          startAt={at}
          onDone={() => setAt(steps.length)}
        />
      ) : (
        <OneAtATime
          {...shared}
          labels={labels}
          stems={forms.length > 1 ? stems : null}
          questions={questions}
          steps={steps}
          at={at}
          onGo={setAt}
        />
      )}
    </div>
  );
}

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
  stems: Props["stems"] | null;
  questions: readonly Question[];
  steps: readonly Step[];
  at: number;
  onGo: (to: number) => void;
};

function OneAtATime({ forms, kept, stop, leave, turn, told, labels, stems, questions, steps, at, onGo }: StepProps) {
  const [asksAt, setAsksAt] = useState<number | null>(null);
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
      sides={forms}
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
      onNext={() => (value !== undefined || !question.required ? onGo(at + 1) : setAsksAt(at))}
      saved={kept.saved}
      stop={stop}
      leave={leave}
      turn={turn}
      aside={
        <div className="grid px-5 justify-items-start min-h-12">
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
