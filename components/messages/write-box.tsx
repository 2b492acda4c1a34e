"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
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
};

/** A box to write in and a button. What was typed stays until it has arrived. */
export function WriteBox({ action, id, fields = {}, label, hint, button = "Send", rows = 4 }: Props) {
  const [state, send] = useFormAction(action);
  const form = useRefusalFocus(state);
  const error = state.status === "refused" ? (state.fields?.body ?? state.message) : undefined;
  return (
    <MarkedForm
      ref={form}
      action={send}
      className="practice:[&>[data-look]]:justify-self-start grid gap-4"
      noValidate
      onReset={(event) => event.preventDefault()}
    >
      <input type="hidden" name="id" value={id} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Textarea
        key={id}
        id={`body-${id}`}
        name="body"
        label={label}
        hint={hint}
        error={error}
        defaultValue={typedIn(state).body}
        rows={rows}
        maxLength={limits.message}
      />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton busy="Sending…">{button}</SubmitButton>
        <span role="status" className="text-ink-2">
          {state.status === "done" ? state.message : ""}
        </span>
      </div>
    </MarkedForm>
  );
}
