"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { type Choice, RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { type FormState, typedIn } from "@/lib/form-state";
import { limits } from "@/lib/limits";

type Props = {
  id: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  moves: readonly Choice[];
  reader: string;
};

/** One choice and a button; the two questions may stay empty. */
export function QuickLog({ id, action, moves, reader }: Props) {
  const [state, send] = useFormAction(action);
  const form = useRefusalFocus(state);
  const error = state.status === "refused" ? (state.fields?.move ?? state.message) : undefined;
  const typed = typedIn(state);
  return (
    <MarkedForm
      ref={form}
      action={send}
      className="grid gap-4"
      noValidate
      // React resets a form after its action; a new id comes with a new page, and the words go then.
      onReset={(event) => state.status !== "done" && event.preventDefault()}
    >
      <input type="hidden" name="id" value={id} />
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
        key={`${id}-a`}
        id="happening"
        label="What was happening, if you like"
        hint={`${reader} can read it.`}
        rows={2}
        maxLength={limits.moveWords}
        defaultValue={typed.happening}
      />
      <Textarea
        key={`${id}-b`}
        id="instead"
        label="What you did instead, if anything"
        hint="Noticing and doing it anyway is fine to write too."
        rows={2}
        maxLength={limits.moveWords}
        defaultValue={typed.instead}
      />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton look="filled" busy="Saving…">
          Save
        </SubmitButton>
        <span role="status" className="text-ink-2">
          {state.status === "done" ? state.message : ""}
        </span>
      </div>
    </MarkedForm>
  );
}
