"use client";

import { ActionForm } from "@/components/forms/action-form";
import { answerWithPasskey, throughDevice, useCanPasskey } from "@/components/identity/with-passkey";
import type { FormState } from "@/lib/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { host: string; ask: FormAction; enter: FormAction; submit?: string };

/** Stands where this browser can use passkeys; at the door only in one that knows one. */
export function EnterByPasskey({ host, ask, enter, submit = "Sign in with a passkey" }: Props) {
  if (!useCanPasskey(host)) return null;
  return (
    <ActionForm
      action={throughDevice(ask, answerWithPasskey, enter)}
      submit={submit}
      busy="Asking the device…"
      look="outline"
    />
  );
}
