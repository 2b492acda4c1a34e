"use client";

import type { Route } from "next";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ItsLanguage } from "@/components/assessments/its-language";
import { OneAtATime } from "@/components/assessments/one-at-a-time";
import { OnePage } from "@/components/assessments/one-page";
import { Review } from "@/components/assessments/review";
import { useSavedAnswers } from "@/components/assessments/use-saved-answers";
import { useFormAction } from "@/components/forms/use-form-action";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { answerKey, placeOfKey } from "@/lib/assessments/answer-key";
import type { CrisisRule } from "@/lib/assessments/crisis-rule";
import { isOpenStep } from "@/lib/assessments/first-open";
import type { Answer, Form } from "@/lib/assessments/instrument";
import { askedSteps, type Question, type Step, shownAfter } from "@/lib/assessments/questions";
import { TOLD_AT_ONCE } from "@/lib/assessments/told-at-once";
import type { FormState } from "@/lib/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Props = {
  id: string;
  title: string;
  forms: readonly Form[];
  stems: { now: string | null; wished: string | null };
  /** What language its words are in, where that is not ours. */
  locale?: string;
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

const bothSides = { now: "How it is now", wished: "How you wish it were" };

/** A sitting in either layout. It opens where the person left off, on whichever device that was. */
export function Sitting(props: Props) {
  const { id, title, forms, stems, stopAt, tellsAtOnce, crisis } = props;
  const kept = useSavedAnswers(id, props.answers, {
    save: props.save,
    onDevice: props.onDevice,
    rules: crisis?.rules ?? [],
  });
  const given = [...kept.answers].map(([key, value]) => ({ ...placeOfKey(key), value }));
  const all = askedSteps(props.questions, forms, given);
  const steps = all.filter(({ question }) => question.kind !== "display");
  // Words that only stand there have conditions too: a warning is for whom it is meant. What is not asked stands before nothing.
  const here = new Set(all.map(({ question }) => question.id));
  const questions = props.questions.filter(({ id: of }) => here.has(of));
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
    <ItsLanguage locale={props.locale}>
      <div ref={frame}>
        {step === undefined ? (
          <Review
            {...shared}
            id={id}
            open={openSteps}
            tellsAtOnce={tellsAtOnce}
            answered={steps.filter((one) => !isOpen(one)).length}
            of={steps.length}
            words={isOnePage ? [] : shownAfter(questions)}
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
    </ItsLanguage>
  );
}
