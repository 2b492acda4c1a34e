"use client";

import { useId } from "react";
import { KeptWords } from "@/components/drafts/kept-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { notePlace } from "@/lib/drafts/place";
import type { FormState } from "@/lib/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Made with the page: the same form sent twice answers once. */
  id: string;
  clientId: string;
  kind: "go-gentler" | "next-phase";
  about: string;
  /** The change that opens when it is accepted. */
  opens: string;
  evidence: string;
  accept: string;
  dismiss: string;
};

/** What you say to a proposal, and why. Kept with what was seen at the time. */
export function AnswerForm({ action, accept, dismiss, ...hidden }: Props) {
  const [state, send] = useFormAction(action);
  const fieldId = useId();
  const typed = state.values?.note;
  return (
    <MarkedForm action={send} className="practice:[&>[data-look]]:justify-self-start grid gap-4 mt-3.5" noValidate>
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {state.status === "refused" ? <Notice tone="attention" title={state.message} announce /> : null}
      <Textarea
        id={fieldId}
        name="note"
        label="Your note"
        hint="Kept with your answer."
        rows={2}
        key={String(typed)}
        defaultValue={typeof typed === "string" ? typed : ""}
        error={state.fields?.note}
        required
      />
      <KeptWords place={notePlace(hidden.clientId, hidden.kind)} state={state} />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton busy="Keeping…" name="answer" value="accepted">
          {accept}
        </SubmitButton>
        <SubmitButton busy="Keeping…" look="quiet" name="answer" value="dismissed">
          {dismiss}
        </SubmitButton>
      </div>
    </MarkedForm>
  );
}
