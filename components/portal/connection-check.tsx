"use client";

import { type ReactNode, useActionState, useId, useState } from "react";
import { NearDots } from "@/components/charts/near-dots";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";

export type ConnectionCheckState = {
  /** Such as "Saved 19:04"; null until something is saved. */
  saved: string | null;
  /** A sentence; null when all is well. */
  error: string | null;
};

type Props = {
  action: (state: ConnectionCheckState, form: FormData) => ConnectionCheckState | Promise<ConnectionCheckState>;
  state: ConnectionCheckState;
  question: string;
  ends: { low: string; high: string };
  note?: { label: string; hint?: string; maxLength: number } | undefined;
  /** Hidden fields, such as the id that makes a second submission harmless. */
  hidden?: ReactNode;
};

const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Ten targets and nothing chosen for the person. A slider would pull answers towards where it starts. */
export function ConnectionCheck({ action, state: initial, question, ends, note, hidden }: Props) {
  const [state, submit] = useActionState(action, initial);
  const [score, setScore] = useState<number | null>(null);
  const id = useId();
  return (
    // React resets a form after its action; what was chosen stays on screen beside "Saved".
    <form action={submit} className="check" onReset={(event) => event.preventDefault()}>
      {hidden}
      <fieldset aria-describedby={state.error ? `${id}-error` : `${id}-ends`}>
        <legend>
          <h2>{question}</h2>
        </legend>
        <NearDots score={score} />
        <p className="value" aria-hidden="true">
          {score === null ? <span className="sec">Choose a number</span> : <b>{score}</b>}
          {score === null ? null : <span className="sec"> of 10</span>}
        </p>
        <div className="targets">
          {scores.map((one) => (
            <label className="target" key={one}>
              <input
                type="radio"
                name="score"
                value={one}
                required
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
      </fieldset>
      {note ? <Textarea id="note" label={note.label} hint={note.hint} rows={2} maxLength={note.maxLength} /> : null}
      {state.error ? (
        <p className="error" id={`${id}-error`}>
          {state.error}
        </p>
      ) : null}
      <div className="foot">
        <SubmitButton busy="Saving…">Save this check</SubmitButton>
        <span role="status" className="sec">
          {state.saved}
        </span>
      </div>
    </form>
  );
}

function label(score: number, ends: { low: string; high: string }): string {
  if (score === 1) return `1, ${ends.low}`;
  return score === 10 ? `10, ${ends.high}` : String(score);
}
