"use client";

import { useActionState, useEffect } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/domain/form-state";
import { handDevice } from "../../actions";

/** In-session mode: this device shows the form and nothing else, and asks for sign-in afterwards. */
export function HandOver({ assessmentId, name }: { assessmentId: string; name: string }) {
  const [state, send] = useActionState(handDevice, idle);
  const go = state.shown?.go;
  useEffect(() => {
    if (typeof go === "string") location.replace(go);
  }, [go]);
  return (
    <form action={send} className="account-form">
      {state.message ? (
        <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />
      ) : null}
      {typeof go === "string" ? <a href={go}>Open the form</a> : null}
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <p className="sec sm">
        You are signed out on this device, and it shows {name} this form alone, for 90 minutes at most. Sign in again
        afterwards.
      </p>
      <SubmitButton busy="Signing you out…">Hand this device over</SubmitButton>
    </form>
  );
}
