"use client";

import { ActionForm } from "@/components/forms/action-form";
import { answerWithPasskey, throughDevice, useCanPasskey } from "@/components/identity/with-passkey";
import type { FormState } from "@/lib/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { host: string; ask: FormAction; enter: FormAction };

/** Stands at the door only in a browser that knows a passkey. */
export function EnterByPasskey({ host, ask, enter }: Props) {
  if (!useCanPasskey(host)) return null;
  return (
    <ActionForm
      action={throughDevice(ask, answerWithPasskey, enter)}
      submit="Sign in with a passkey"
      busy="Asking the device…"
      look="outline"
    />
  );
}
