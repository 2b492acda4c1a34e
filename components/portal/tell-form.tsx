"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { TellTherapist } from "@/components/portal/tell-therapist";
import type { FormState } from "@/lib/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The therapist's first name. */
  therapist: string;
};

/** Tells the therapist from the page that already shows the numbers. */
export function TellForm({ action, therapist }: Props) {
  const [state, send, isSending] = useFormAction(action);
  return (
    <MarkedForm action={send}>
      <TellTherapist state={state} isSending={isSending} therapist={therapist} isScripted={false} />
    </MarkedForm>
  );
}
