"use client";

import { useEffect, useState } from "react";
import { NOT_ARRIVED } from "@/components/forms/use-form-action";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/form-state";

type Props = {
  state: FormState;
  isSending: boolean;
  /** The therapist's first name. */
  therapist: string;
  /** False in the page as it is sent: the button stands alone there. */
  isScripted: boolean;
};

/** After this long a person should not wait for an answer any more. */
const patience = 6_000;

/** What has become of telling the therapist, and the button that tells them while nothing has. It never claims more than is known. */
export function TellTherapist({ state, isSending, therapist, isScripted }: Props) {
  const isSlow = useSlow(isSending);
  const isLost = state.status === "refused" && state.message === NOT_ARRIVED;
  const words = isSending
    ? isSlow
      ? `Nearer has not answered yet, so ${therapist} may not have been told. Do not wait for it: the numbers work all the same.`
      : `Telling ${therapist}…`
    : state.status === "done"
      ? (state.message ?? "This has arrived in Nearer.")
      : isLost
        ? `${therapist} has not been told: there is no connection. The numbers work all the same, and this page tries again when there is one.`
        : state.status === "refused"
          ? `${therapist} has not been told. ${state.message ?? ""}`
          : "";
  return (
    <>
      <p role="status" className="in-[details]:min-h-[3lh]">
        {words}
      </p>
      {state.status === "done" || (isScripted && state.status === "idle") ? null : (
        <SubmitButton busy={`Telling ${therapist}…`}>
          {state.status === "refused" ? "Try again" : `Tell ${therapist} now`}
        </SubmitButton>
      )}
    </>
  );
}

function useSlow(isSending: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isSending) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, [isSending]);
  return isSlow;
}
