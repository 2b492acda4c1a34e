"use client";

import { useEffect, useId, useState } from "react";
import { NearDots } from "@/components/charts/near-dots";
import { OtherWords } from "@/components/drafts/other-words";
import { useFormWords } from "@/components/drafts/use-form-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { SentAgain } from "@/components/forms/sent-again";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { useSavedCheck } from "@/components/portal/use-saved-check";
import { Button } from "@/components/ui/button";
import { ErrorLine } from "@/components/ui/error-line";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { checkFaults } from "@/lib/connection/check-faults";
import type { Given } from "@/lib/drafts/draft";
import { endingField } from "@/lib/drafts/ending";
import { type FormState, typedIn } from "@/lib/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Made with the page: sending the same form twice keeps one check. */
  id: string;
  question: string;
  ends: { low: string; high: string };
  note?: { label: string; hint?: string; maxLength: number } | undefined;
  /** The check before this one, in words; null before the first. */
  last: string | null;
  begun: Given;
};

const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Ten targets and nothing chosen for the person. A slider would pull answers towards where it starts. */
export function ConnectionCheck({ action, id: checkId, question, ends, note, last, begun }: Props) {
  const [state, submit] = useFormAction(action);
  const { score: error, note: noteError } = checkFaults(state);
  const typed = typedIn(state);
  const [score, setScore] = useState<number | null>(Number(typed.score) || null);
  const words = useFormWords("check", begun, state);
  const { saved, changing, change, onSend } = useSavedCheck(state);
  useEffect(() => {
    if (state.status === "done") setScore(null);
  }, [state]);
  const form = useRefusalFocus(state);
  const id = useId();
  return (
    // React resets a form after its action; what was typed stays until it is saved.
    <MarkedForm
      ref={form}
      action={submit}
      className="practice:[&>[data-look]]:justify-self-start grid gap-4"
      noValidate
      onReset={(event) => event.preventDefault()}
      onInput={words.onInput}
      onSubmit={(event) => {
        words.onSubmit();
        onSend(new FormData(event.currentTarget));
      }}
    >
      <OtherWords others={words.others} writer={words.writer} />
      <input type="hidden" name="id" value={changing?.id ?? checkId} />
      <input type="hidden" name={endingField} value={words.ending} />
      {changing ? <input type="hidden" name="instead" value={changing.version} /> : <SentAgain state={state} />}
      <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : `${id}-ends`}>
        <legend>
          <h2>{question}</h2>
        </legend>
        <NearDots score={score} />
        <p className="mt-0.5 min-h-11.5 text-center" aria-hidden="true">
          {score === null ? (
            <span className="text-ink-2">Choose a number</span>
          ) : (
            <b className="font-medium text-greeting leading-none font-serif lining">{score}</b>
          )}
          {score === null ? null : <span className="text-ink-2"> of 10</span>}
        </p>
        <div
          className="grid gap-2 mt-3 grid-cols-[repeat(5,minmax(44px,1fr))] desk:grid-cols-[repeat(10,minmax(44px,1fr))]"
          data-count={scores.length}
        >
          {scores.map((one) => (
            <label className="look-number" key={one}>
              <input
                type="radio"
                name="score"
                value={one}
                checked={score === one}
                onChange={() => setScore(one)}
                aria-label={label(one, ends)}
              />
              <span aria-hidden="true">{one}</span>
            </label>
          ))}
        </div>
        <p className="flex gap-4 mt-2 justify-between text-ink-2 text-body" id={`${id}-ends`}>
          <span>1 {ends.low}</span>
          <span>10 {ends.high}</span>
        </p>
        {error ? (
          <ErrorLine id={`${id}-error`} announce>
            {error}
          </ErrorLine>
        ) : null}
      </fieldset>
      {note ? (
        <Textarea
          key={`${changing?.id ?? checkId}-${words.turn}`}
          id="note"
          label={note.label}
          hint={note.hint}
          rows={2}
          maxLength={note.maxLength}
          error={noteError}
          defaultValue={words.start.note ?? changing?.note ?? typed.note}
        />
      ) : null}
      <div className="flex gap-y-2 gap-x-4 flex-wrap items-center">
        <SubmitButton busy="Saving…">Save this check</SubmitButton>
        <span role="status" className="text-ink-2">
          <span>{words.said || (changing ? "" : state.status === "done" ? state.message : last)}</span>
          {saved ? <span> {saved.score} of 10.</span> : null}
        </span>
        {saved ? (
          <Button
            look="quiet"
            flush
            onClick={() => {
              setScore(saved.score);
              change();
            }}
          >
            Change it
          </Button>
        ) : null}
      </div>
    </MarkedForm>
  );
}

function label(score: number, ends: { low: string; high: string }): string {
  if (score === 1) return `1, ${ends.low}`;
  return score === 10 ? `10, ${ends.high}` : String(score);
}
