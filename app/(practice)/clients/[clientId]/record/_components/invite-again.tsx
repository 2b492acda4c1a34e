"use client";

import { useActionState } from "react";
import { CopyLink } from "@/components/ui/copy-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/domain/form-state";

type Props = { action: (previous: FormState, form: FormData) => Promise<FormState>; clientId: string };

export function InviteAgain({ action, clientId }: Props) {
  const [state, send] = useActionState(action, idle);
  const link = state.shown?.link;
  return (
    <form action={send} className="stack">
      <input type="hidden" name="clientId" value={clientId} />
      <p role="status">{state.message}</p>
      {typeof link === "string" ? <CopyLink id="new-link" label="Invitation link" value={link} /> : null}
      <div className="row">
        <SubmitButton busy="Making a link…">Make a new link</SubmitButton>
      </div>
    </form>
  );
}
