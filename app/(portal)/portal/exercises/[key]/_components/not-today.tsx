"use client";

import type { ReactNode } from "react";
import { KeptWords } from "@/components/drafts/kept-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { SentAgain } from "@/components/forms/sent-again";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { Notice } from "@/components/ui/notice";
import { type Choice, RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { placeName } from "@/lib/drafts/place";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { type FormState, typedIn } from "@/lib/form-state";
import { limits } from "@/lib/limits";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Props = {
  ids: { skip: string; swap: string };
  exerciseKey: string;
  form: ExerciseForm;
  reasons: readonly Choice[];
  therapist: string;
  skip: Action;
  swap: Action;
  /** In place of the question, while a wish waits. */
  asked: ReactNode;
};

/** Leaving it out today, or asking for something else. Neither asks for an excuse. */
export function NotToday({ ids, exerciseKey, form, reasons, therapist, skip, swap, asked: waiting }: Props) {
  const [skipped, sendSkip] = useFormAction(skip);
  const [asked, sendSwap] = useFormAction(swap);
  const skipForm = useRefusalFocus(skipped);
  return (
    <div className="grid border-t border-line">
      <details className="border-b border-line open:pb-5">
        <summary className="flex items-center min-h-12 text-primary font-semibold cursor-pointer">
          Leave it out today
        </summary>
        <MarkedForm
          ref={skipForm}
          action={sendSkip}
          className="grid gap-4"
          noValidate
          onReset={(event) => event.preventDefault()}
        >
          <Refusal state={skipped} />
          <SentAgain state={skipped} />
          <input type="hidden" name="id" value={ids.skip} />
          <input type="hidden" name="key" value={exerciseKey} />
          <input type="hidden" name="form" value={form} />
          <RadioGroup
            name="reason"
            legend="What was it today? Every answer is a good one."
            choices={reasons}
            defaultValue={typedIn(skipped).reason}
            error={skipped.fields?.reason}
          />
          <Textarea
            id="note"
            label="Anything to add, if you like"
            rows={2}
            maxLength={limits.wishNote}
            defaultValue={typedIn(skipped).note}
          />
          <KeptWords place={placeName({ kind: "skip", key: exerciseKey })} state={skipped} />
          <div className="flex gap-2.5 flex-wrap items-center">
            <SubmitButton busy="Saving…">Leave it out today</SubmitButton>
          </div>
        </MarkedForm>
      </details>
      <details className="border-b border-line open:pb-5" open={waiting !== null || undefined}>
        <summary className="flex items-center min-h-12 text-primary font-semibold cursor-pointer">
          {waiting ? "You asked for another exercise" : "Ask for another exercise"}
        </summary>
        {asked.status === "done" ? (
          <p role="status">{asked.message}</p>
        ) : (
          (waiting ?? (
            <MarkedForm action={sendSwap} className="grid gap-4" noValidate onReset={(event) => event.preventDefault()}>
              <Refusal state={asked} />
              <input type="hidden" name="id" value={ids.swap} />
              <input type="hidden" name="key" value={exerciseKey} />
              <p className="text-ink-2">
                {therapist} reads this and answers. Nothing changes until then, and this exercise stays open.
              </p>
              <Textarea
                id="swap-note"
                name="note"
                label="What would suit you better, if you know"
                rows={2}
                maxLength={limits.wishNote}
                defaultValue={typedIn(asked).note}
              />
              <KeptWords place={placeName({ kind: "swap", key: exerciseKey })} state={asked} />
              <div className="flex gap-2.5 flex-wrap items-center">
                <SubmitButton busy="Sending…">Ask {therapist}</SubmitButton>
              </div>
            </MarkedForm>
          ))
        )}
      </details>
    </div>
  );
}

function Refusal({ state }: { state: FormState }) {
  return state.status === "refused" ? <Notice tone="attention" title={state.message} announce /> : null;
}
