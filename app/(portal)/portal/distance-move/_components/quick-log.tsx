"use client";

import { OtherWords } from "@/components/drafts/other-words";
import { useFormWords } from "@/components/drafts/use-form-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { type Choice, RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { Given } from "@/lib/drafts/draft";
import { endingField } from "@/lib/drafts/ending";
import { type FormState, typedIn } from "@/lib/form-state";
import { limits } from "@/lib/limits";

type Props = {
  id: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  moves: readonly Choice[];
  reader: string;
  begun: Given;
};

/** One choice and a button; the two questions may stay empty. */
export function QuickLog({ id, action, moves, reader, begun }: Props) {
  const [state, send] = useFormAction(action);
  const form = useRefusalFocus(state);
  const error = state.status === "refused" ? (state.fields?.move ?? state.message) : undefined;
  const typed = typedIn(state);
  const words = useFormWords("move", begun, state);
  return (
    <MarkedForm
      ref={form}
      action={send}
      className="grid gap-4"
      noValidate
      // React resets a form after its action; a new id comes with a new page, and the words go then.
      onReset={(event) => state.status !== "done" && event.preventDefault()}
      onInput={words.onInput}
      onSubmit={words.onSubmit}
    >
      <OtherWords others={words.others} writer={words.writer} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name={endingField} value={words.ending} />
      {state.fields?.instead ? <input type="hidden" name="known" value={state.fields.instead} /> : null}
      <RadioGroup
        key={id}
        name="move"
        legend="Which comes closest?"
        cards
        choices={moves}
        defaultValue={typed.move}
        error={error}
      />
      <Textarea
        key={`${id}-${words.turn}-a`}
        id="happening"
        label="What was happening, if you like"
        hint={`${reader} can read it.`}
        rows={2}
        maxLength={limits.moveWords}
        defaultValue={words.start.happening ?? typed.happening}
      />
      <Textarea
        key={`${id}-${words.turn}-b`}
        id="instead"
        label="What you did instead, if anything"
        hint="Noticing and doing it anyway is fine to write too."
        rows={2}
        maxLength={limits.moveWords}
        defaultValue={words.start.instead ?? typed.instead}
      />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton look="filled" busy="Saving…">
          Save
        </SubmitButton>
        <span role="status" className="text-ink-2">
          {words.said || (state.status === "done" ? state.message : "")}
        </span>
      </div>
    </MarkedForm>
  );
}
