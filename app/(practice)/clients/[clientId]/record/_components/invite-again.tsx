"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { HandOver } from "@/components/ui/hand-over";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/form-state";

type Props = { action: (previous: FormState, form: FormData) => Promise<FormState>; clientId: string };

export function InviteAgain({ action, clientId }: Props) {
  const [state, send] = useFormAction(action);
  const { link, picture } = state.shown ?? {};
  return (
    <MarkedForm action={send} className="practice:[&>[data-look]]:justify-self-start grid gap-4">
      <input type="hidden" name="clientId" value={clientId} />
      <p role="status">{state.message}</p>
      {typeof link === "string" && typeof picture === "string" ? (
        <HandOver id="new-link" label="Invitation link" link={link} picture={picture} />
      ) : null}
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton busy="Making a link…">Make a new link</SubmitButton>
      </div>
    </MarkedForm>
  );
}
