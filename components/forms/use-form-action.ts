"use client";

import { useActionState, useSyncExternalStore } from "react";
import { lookAgain } from "@/components/forms/session-news";
import { type FormState, idle } from "@/lib/form-state";
import { crowdWords } from "@/lib/identity/crowd";
import { tooMuchWords, typedForm, withoutSecrets } from "@/lib/typed-form";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const never = () => () => undefined;

/** False in the page as it is sent, and where it stays as it was sent. */
export const useIsScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** What a form says that did not get through. */
export const NOT_ARRIVED = "No network just now. Your words are still here; tap again in a moment.";

/** A form without an answer may have arrived all the same; one that was refused was not kept. */
export const mayHaveArrived = (state: FormState): boolean =>
  state.status === "refused" && state.message === NOT_ARRIVED;

/**
 * What a form was answered, and how it is sent. A form that never arrived is an answer too: the page and what was
 * typed stay. In the page as it is sent the action stands bare, so that it works without script.
 */
export function useFormAction(
  action: FormAction,
): [state: FormState, send: (form: FormData) => void, isSending: boolean] {
  return useActionState(useIsScripted() ? arriving(action) : action, idle);
}

const arriving =
  (action: FormAction): FormAction =>
  async (previous, form) => {
    try {
      const answer = await action(previous, form);
      lookAgain(answer);
      // The server gives no words back to a page that is not the sender's; this page is.
      return answer.session === "another" ? { ...answer, values: withoutSecrets(typedForm(form) ?? {}) } : answer;
    } catch (error) {
      if (isNavigation(error)) throw error;
      const turnedAway = [crowdWords, tooMuchWords].find((words) => error instanceof Error && error.message === words);
      const message = turnedAway ?? NOT_ARRIVED;
      return { status: "refused", message, values: withoutSecrets(typedForm(form) ?? {}) };
    }
  };

/** redirect() and notFound() travel as errors with a digest. */
const isNavigation = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
