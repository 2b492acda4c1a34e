"use client";

import { useState } from "react";
import { OtherWords } from "@/components/drafts/other-words";
import { useFormWords } from "@/components/drafts/use-form-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { Given } from "@/lib/drafts/draft";
import { endingField } from "@/lib/drafts/ending";
import { type FormState, typedIn } from "@/lib/form-state";
import { limits } from "@/lib/limits";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Made with the page, new after each message: sending twice arrives once. */
  id: string;
  fields?: Readonly<Record<string, string>>;
  label: string;
  hint?: string;
  button?: string;
  rows?: number;
  /** Where unfinished words are kept, and what was begun there. */
  draft: { place: string; given: Given };
  /** What was begun before is offered, and not shown to whoever looks at the page in passing. */
  folds?: boolean;
};

/** A box to write in and a button. What was typed stays until it has arrived. */
export function WriteBox({
  action,
  id,
  fields = {},
  label,
  hint,
  button = "Send",
  rows = 4,
  draft,
  folds = false,
}: Props) {
  const [state, send] = useFormAction(action);
  const words = useFormWords(draft.place, draft.given, state, folds);
  const sendId = useSecondId(id, state);
  const form = useRefusalFocus(state);
  const error = state.status === "refused" ? (state.fields?.body ?? state.message) : undefined;
  return (
    <MarkedForm
      ref={form}
      action={send}
      className="practice:[&>[data-look]]:justify-self-start grid gap-4"
      noValidate
      onReset={(event) => event.preventDefault()}
      onInput={words.onInput}
      onSubmit={words.onSubmit}
    >
      <OtherWords others={words.others} writer={words.writer} />
      <input type="hidden" name="id" value={sendId} />
      <input type="hidden" name={endingField} value={words.ending} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Textarea
        key={`${id}-${words.turn}`}
        id={`body-${id}`}
        name="body"
        label={label}
        hint={hint}
        error={error}
        defaultValue={words.start.body ?? typedIn(state).body}
        rows={rows}
        maxLength={limits.message}
      />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton busy="Sending…">{button}</SubmitButton>
        <span role="status" className="text-ink-2">
          {words.said || (state.status === "done" ? state.message : "")}
        </span>
      </div>
    </MarkedForm>
  );
}

/** Other words under an id that has arrived are a second message, and get an id of their own. */
function useSecondId(id: string, state: FormState): string {
  const [seen, setSeen] = useState(state);
  const [second, setSecond] = useState({ of: "", id: "" });
  if (state !== seen) {
    setSeen(state);
    if (state.fields?.again) setSecond({ of: id, id: crypto.randomUUID() });
  }
  return second.of === id ? second.id : id;
}
