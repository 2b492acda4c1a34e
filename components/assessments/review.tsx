"use client";

import type { ReactNode } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TOLD_AT_ONCE } from "@/lib/assessments/told-at-once";
import type { FormState } from "@/lib/form-state";
import { plural } from "@/lib/plural";

type Props = {
  id: string;
  title: string;
  open: readonly { index: number; text: string }[];
  send: (form: FormData) => void;
  state: FormState;
  kept: { saved: string; isSettled: boolean };
  /** Whether some answers reach the therapist before anything is sent. */
  tellsAtOnce: boolean;
  answered: number;
  of: number;
  onOpen: (index: number) => void;
  onBack: () => void;
  stop: ReactNode;
  leave: ReactNode;
  /** The line about where to turn, and the numbers at once when an answer asks for them. */
  turn: ReactNode;
};

/** Before anything is sent: what is still open, and the way back to it. */
export function Review(props: Props) {
  const { id, title, open, send, state, kept, tellsAtOnce, answered, of, onOpen, onBack, stop, leave, turn } = props;
  const { saved, isSettled } = kept;
  return (
    <div className="asmt">
      <div className="top">
        {stop}
        {leave}
      </div>
      {turn}
      <h1 className="stmt" tabIndex={-1}>
        {open.length === 0 ? "That was the last one" : "Some statements are still open"}
      </h1>
      <div className="review">
        {tellsAtOnce ? <p className="read">{TOLD_AT_ONCE}</p> : null}
        {open.length === 0 ? (
          <p className="read">
            Send your answers when you are ready. After that they stay as they are, and your therapist can read them.
            You can still go back and change any of them now.
            {answered < of
              ? ` ${of - answered} of ${of} ${plural(of - answered, "is", "are")} left empty, and that is all right.`
              : ""}
          </p>
        ) : (
          <>
            <p className="read">{tellsAtOnce ? "" : "Nothing is sent yet. "}Choose one to go back to it.</p>
            <ul>
              {open.map(({ index, text }) => (
                <li key={index}>
                  <button type="button" className="btn quiet" onClick={() => onOpen(index)}>
                    {text}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        {state.status === "refused" ? <Notice tone="attention" title={state.message} announce /> : null}
        <p role="status" className="sec">
          {isSettled ? "" : `${saved}. Your answers go first; then you can send them.`}
        </p>
      </div>
      <MarkedForm action={send} className="foot">
        <input type="hidden" name="assessmentId" value={id} />
        <button type="button" className="btn" onClick={onBack}>
          Back
        </button>
        <SubmitButton
          look="filled"
          busy="Sending…"
          disabled={open.length > 0 || !isSettled}
          aria-label={`Send: ${title}`}
        >
          Send
        </SubmitButton>
      </MarkedForm>
    </div>
  );
}
