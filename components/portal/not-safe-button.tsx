"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/domain/form-state";
import { dangerSentence } from "@/lib/domain/safety/crisis-contacts";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The key of the exercise that this stands on; nothing on Today. */
  place?: string | undefined;
  words: string;
  busy: string;
};

/** One tap, with or without script. If it cannot be sent, where to turn is said here all the same. */
export function NotSafeButton({ action, place, words, busy }: Props) {
  const [state, send] = useFormAction(action);
  return (
    <MarkedForm action={send}>
      {place ? <input type="hidden" name="place" value={place} /> : null}
      {state.status === "refused" ? (
        <p role="alert">
          {state.message} {dangerSentence(null)}
        </p>
      ) : null}
      <SubmitButton busy={busy}>{words}</SubmitButton>
    </MarkedForm>
  );
}
