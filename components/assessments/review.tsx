"use client";

import type { ReactNode } from "react";
import { useItsLanguage } from "@/components/assessments/its-language";
import { asSitting, sittingFoot } from "@/components/assessments/sitting-look";
import { MarkedForm } from "@/components/forms/marked-form";
import { asButton } from "@/components/ui/button";
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
  /** What the questionnaire says behind its last question. */
  words?: readonly string[];
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
  const { words = [] } = props;
  const { saved, isSettled } = kept;
  const its = useItsLanguage();
  return (
    <div {...asSitting()}>
      <div className="[&_[data-look]]:px-4 [&_[data-look]]:min-h-11 [&_[data-look=quiet]]:pl-0 [&_[data-look=quiet]]:pr-2.5 [&_[data-leave]>button]:border-ink [&_[data-leave]>button]:bg-paper shorter:py-1.5 flex gap-2 py-2.5 px-5 flex-wrap items-center justify-between">
        {stop}
        {leave}
      </div>
      {turn}
      <h1
        className="short:pt-4 short:text-[min(1.5rem,11.5vw)] shorter:pt-3 shorter:text-[min(1.375rem,11.5vw)] shorter:leading-snug pt-7.5 px-5 font-medium text-[min(1.625rem,11.5vw)] leading-close font-serif tracking-[-0.005em] text-balance"
        tabIndex={-1}
      >
        {open.length === 0 ? "That was the last one" : "Some statements are still open"}
      </h1>
      <div className="grid gap-4 pt-3 pb-6 px-5">
        {words.map((said) => (
          <p className="reading whitespace-pre-line" key={said} {...its}>
            {said}
          </p>
        ))}
        {tellsAtOnce ? <p className="reading">{TOLD_AT_ONCE}</p> : null}
        {open.length === 0 ? (
          <p className="reading">
            Send your answers when you are ready. After that they stay as they are, and your therapist can read them.
            You can still go back and change any of them now.
            {answered < of
              ? ` ${of - answered} of ${of} ${plural(of - answered, "is", "are")} left empty, and that is all right.`
              : ""}
          </p>
        ) : (
          <>
            <p className="reading">{tellsAtOnce ? "" : "Nothing is sent yet. "}Choose one to go back to it.</p>
            <ul>
              {open.map(({ index, text }) => (
                <li className="border-t border-line" key={index}>
                  <button
                    type="button"
                    {...asButton({ look: "quiet" }, "py-2.5! justify-start! w-full font-normal! text-start!")}
                    onClick={() => onOpen(index)}
                  >
                    <span {...its}>{text}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        {state.status === "refused" ? <Notice tone="attention" title={state.message} announce /> : null}
        <p role="status" className="text-ink-2">
          {isSettled ? "" : `${saved}. Your answers go first; then you can send them.`}
        </p>
      </div>
      <MarkedForm action={send} className={sittingFoot}>
        <input type="hidden" name="assessmentId" value={id} />
        <button type="button" {...asButton({}, "min-h-12!")} onClick={onBack}>
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
