"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { therapistRatingLabels } from "@/lib/exercises/attempt";
import type { FormState } from "@/lib/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  attemptId: string;
  about: string;
  rating: number | null;
  isOpen: boolean;
};

/** Five steps, one tap. Rating anew replaces what was said before. */
export function RateAttempt({ action, attemptId, about, rating, isOpen }: Props) {
  const [state, send, pending] = useFormAction(action);
  const label = rating === null ? "Not rated yet" : `${rating}: ${therapistRatingLabels[rating]}`;
  return (
    <MarkedForm action={send} data-prints className="flex-none text-right max-desk:text-left">
      <fieldset
        className="inline-flex border border-edge overflow-hidden rounded-control bg-surface print:hidden"
        disabled={!isOpen}
        aria-busy={pending || undefined}
      >
        <legend className="sr-only">Your rating, {about}</legend>
        <input type="hidden" name="attemptId" value={attemptId} />
        {therapistRatingLabels.map((words, value) => (
          <button
            className="look-rating"
            key={words}
            type="submit"
            name="rating"
            value={value}
            aria-pressed={rating === value}
            title={words}
          >
            {value}
            <span className="sr-only">, {words}</span>
          </button>
        ))}
      </fieldset>
      <p className="text-ink-2 text-small" role="status">
        {state.status === "refused" ? state.message : label}
      </p>
    </MarkedForm>
  );
}
