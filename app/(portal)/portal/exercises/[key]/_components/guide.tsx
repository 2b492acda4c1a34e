"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { OtherWords } from "@/components/drafts/other-words";
import { useWords } from "@/components/drafts/use-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { isSentAgain, SentAgain } from "@/components/forms/sent-again";
import { mayHaveArrived, useFormAction, useIsScripted } from "@/components/forms/use-form-action";
import { GivenValues, GuideValues, type Values } from "@/components/portal/guide-values";
import { asButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Given } from "@/lib/drafts/draft";
import { endingField } from "@/lib/drafts/ending";
import { placeName } from "@/lib/drafts/place";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { plainName } from "@/lib/field-name";
import { type FormState, typedIn } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";
import { OpenPlaces } from "./open-places";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** What every guided page is given: who it is for, what was written before, and where it goes. */
export type GuideFrame = {
  id: string;
  exerciseKey: string;
  page: string;
  form: ExerciseForm;
  draft: Given;
  record: Action;
};

export type GuideStep = { title: string; body: ReactNode };

type Props = {
  frame: GuideFrame;
  steps: readonly GuideStep[];
  /** The buttons of the last step: each sends its outcome. Without an outcome the form itself says it. */
  finish: readonly { label: string; outcome?: "done" | "tried" }[];
};

const stepField = "$step";
/** Words keep the id that they are saved under: gone on with elsewhere, they are a change of one attempt and no second one. */
const idField = "$id";
/** While a timer waits to be started, that is the one filled button. */
const afterTimer = [
  "in-[form:has([data-step]:not([hidden])_[data-timer]_[data-look=filled]:not(:disabled))]:border-edge!",
  "in-[form:has([data-step]:not([hidden])_[data-timer]_[data-look=filled]:not(:disabled))]:bg-surface!",
  "in-[form:has([data-step]:not([hidden])_[data-timer]_[data-look=filled]:not(:disabled))]:text-ink!",
].join(" ");

/** A guided page: one step at a time, saved as it is typed, back and forth as the person likes. */
export function Guide({ frame, steps, finish }: Props) {
  const { id, exerciseKey, page, form: exerciseForm, draft, record } = frame;
  const [state, send] = useFormAction(record);
  const place = placeName({ kind: "exercise", key: exerciseKey, form: exerciseForm });
  const { start, turn, others, said, ending, writer } = useWords(place, draft);
  const [given, setGiven] = useState<Values>(() => ({ ...start, ...typedIn(state) }));
  const [values, setValues] = useState<Values>(given);
  const [at, setAt] = useState(() => stepIn(start, steps.length));
  const [shownTurn, setShownTurn] = useState(turn);
  const [hasMoved, setHasMoved] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef("");
  if (turn !== shownTurn) {
    setShownTurn(turn);
    setGiven(start);
    setValues(start);
    if (!hasMoved) setAt(stepIn(start, steps.length));
  }

  const read = (step: number) => {
    if (!form.current) return;
    const now = { ...fieldsOf(form.current), [stepField]: String(step), [idField]: given[idField] ?? id };
    setValues(now);
    writer.type(now);
  };
  const go = (to: number) => {
    setHasMoved(true);
    setAt(to);
    read(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    if (hasMoved) heading.current?.focus();
  }, [at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever stands in a field that is drawn anew stays in it
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(focused.current)?.focus();
  }, [turn]);
  useEffect(() => {
    if (state.status === "refused") writer.goOn(mayHaveArrived(state));
  }, [state, writer]);

  const isScripted = useIsScripted();
  const isLast = at === steps.length - 1;
  /** Enter goes on; it never says how an exercise went. */
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== "submit";
    if (event.key !== "Enter" || !isField || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!isLast) go(at + 1);
  };
  const ends = finish.map(({ label, outcome }, index) => (
    <SubmitButton
      key={label}
      look={index === 0 ? "filled" : "outline"}
      busy="Saving…"
      {...(outcome && { name: "outcome", value: outcome })}
    >
      {label}
    </SubmitButton>
  ));
  return (
    <GivenValues value={given}>
      <GuideValues value={values}>
        <MarkedForm
          ref={form}
          action={send}
          className="grid gap-6 [&_[data-notice]]:mt-0 noscript:[&_[data-scripted]]:hidden noscript:[&_[data-step]+[data-step]]:border-t noscript:[&_[data-step]+[data-step]]:border-line noscript:[&_[data-step]+[data-step]]:pt-5"
          noValidate
          onInput={() => read(at)}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            focused.current = target.id;
          }}
          onSubmit={() => writer.end()}
          // React resets a form after its action; what was typed stays until it is saved.
          onReset={(event) => event.preventDefault()}
        >
          <input type="hidden" name="id" value={given[idField] ?? id} />
          <input type="hidden" name="key" value={exerciseKey} />
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="form" value={exerciseForm} />
          <input type="hidden" name={endingField} value={ending} />
          <SentAgain state={state} />
          <OtherWords others={others} writer={writer} />
          {steps.map((step, index) => (
            <section
              key={`${turn}-${step.title}`}
              data-step
              className={classNames(
                "group/step grid gap-6 [&>h2]:-mt-5 [&>h2]:focus-visible:outline-offset-6",
                !isScripted && index !== at && "hidden noscript:grid",
              )}
              hidden={isScripted && index !== at}
              aria-labelledby={`step-${index}`}
            >
              <p className="text-ink-2">
                Step {index + 1} of {steps.length}
              </p>
              <h2
                className="-mt-5 focus-visible:outline-offset-6"
                id={`step-${index}`}
                tabIndex={-1}
                ref={index === at ? heading : undefined}
              >
                {step.title}
              </h2>
              {step.body}
            </section>
          ))}
          {(isLast || !isScripted) && state.status === "refused" ? (
            <OpenPlaces form={form} state={state} otherwise={firstSentence(state)} go={go} />
          ) : null}
          <div className="flex gap-y-2.5 gap-x-3 pt-5 border-t border-line flex-wrap items-center">
            {isLast ? (
              ends
            ) : (
              <button
                type="button"
                data-scripted
                {...asButton({ look: "filled" }, afterTimer)}
                onClick={() => go(at + 1)}
              >
                Next
              </button>
            )}
            {at > 0 ? (
              <button
                type="button"
                data-scripted
                {...asButton({ look: "quiet" }, "justify-start! min-w-12 px-0!")}
                onClick={() => go(at - 1)}
              >
                Back
              </button>
            ) : null}
            <span role="status" className="text-ink-2 text-small flex-[1_1_100%] min-h-[1.4em]">
              {said}
            </span>
          </div>
          {isLast ? null : (
            <noscript>
              <div className="flex gap-y-2.5 gap-x-3 pt-5 border-t border-line flex-wrap items-center">{ends}</div>
            </noscript>
          )}
        </MarkedForm>
      </GuideValues>
    </GivenValues>
  );
}

const stepIn = (words: Values, steps: number) => Math.min(Math.max(0, Number(words[stepField]) || 0), steps - 1);

const own = new Set(["id", "key", "page", "form", endingField, "instead", "again", ownerField]);

function fieldsOf(form: HTMLFormElement): Values {
  const fields: Record<string, string> = {};
  for (const [given, value] of new FormData(form)) {
    const name = plainName(given);
    if (typeof value === "string" && value !== "" && !own.has(name) && !name.startsWith("$ACTION"))
      fields[name] = value;
  }
  return fields;
}

function firstSentence(state: FormState): string {
  const { fields, message = "" } = state;
  return isSentAgain(state) ? message : (Object.values(fields ?? {})[0] ?? message);
}
