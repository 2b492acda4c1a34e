"use client";

import { useEffect, useId, useState } from "react";
import { NearDots } from "@/components/charts/near-dots";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { checkFaults } from "@/lib/connection/check-faults";
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
};

const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Ten targets and nothing chosen for the person. A slider would pull answers towards where it starts. */
export function ConnectionCheck({ action, id: checkId, question, ends, note, last }: Props) {
  const [state, submit] = useFormAction(action);
  const { score: error, note: noteError } = checkFaults(state);
  const typed = typedIn(state);
  const [score, setScore] = useState<number | null>(Number(typed.score) || null);
  useEffect(() => {
    if (state.status === "done") setScore(null);
  }, [state]);
  const form = useRefusalFocus(state);
  const id = useId();
  return (
    // React resets a form after its action; what was typed stays until it is saved.
    <MarkedForm ref={form} action={submit} className="check" noValidate onReset={(event) => event.preventDefault()}>
      <input type="hidden" name="id" value={checkId} />
      <fieldset aria-describedby={error ? `${id}-error` : `${id}-ends`}>
        <legend>
          <h2>{question}</h2>
        </legend>
        <NearDots score={score} />
        <p className="value" aria-hidden="true">
          {score === null ? <span className="sec">Choose a number</span> : <b>{score}</b>}
          {score === null ? null : <span className="sec"> of 10</span>}
        </p>
        <div className="targets" data-count={scores.length}>
          {scores.map((one) => (
            <label className="target" key={one}>
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
        <p className="ends" id={`${id}-ends`}>
          <span>1 {ends.low}</span>
          <span>10 {ends.high}</span>
        </p>
        {error ? (
          <p className="error" id={`${id}-error`} role="alert">
            <Icon name="warning" small />
            <span>{error}</span>
          </p>
        ) : null}
      </fieldset>
      {note ? (
        <Textarea
          key={checkId}
          id="note"
          label={note.label}
          hint={note.hint}
          rows={2}
          maxLength={note.maxLength}
          error={noteError}
          defaultValue={typed.note}
        />
      ) : null}
      <div className="foot">
        <SubmitButton busy="Saving…">Save this check</SubmitButton>
        <span role="status" className="sec">
          {state.status === "done" ? state.message : last}
        </span>
      </div>
    </MarkedForm>
  );
}

function label(score: number, ends: { low: string; high: string }): string {
  if (score === 1) return `1, ${ends.low}`;
  return score === 10 ? `10, ${ends.high}` : String(score);
}
