"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import type { ButtonLook } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  fields: Readonly<Record<string, string>>;
  label: string;
  busy: string;
  look?: ButtonLook;
  small?: boolean;
};

/** A form that is one button: it sends its fields, and says so when it could not. */
export function OneButton({ action, fields, label, busy, look, small }: Props) {
  const [state, send] = useFormAction(action);
  return (
    <MarkedForm action={send} className="flex gap-2.5 flex-wrap items-center">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton busy={busy} look={look} small={small}>
        {label}
      </SubmitButton>
      <span role="status" className="text-ink-2">
        {state.status === "idle" ? "" : state.message}
      </span>
    </MarkedForm>
  );
}
