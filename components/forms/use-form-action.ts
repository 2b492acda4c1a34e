"use client";

import { useActionState, useSyncExternalStore } from "react";
import { type FormState, idle } from "@/lib/domain/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const never = () => () => undefined;

/**
 * What a form was answered, and how it is sent. A form that never arrived is an answer too: the page and what was
 * typed stay. In the page as it is sent the action stands bare, so that it works without script.
 */
export function useFormAction(action: FormAction): [state: FormState, send: (form: FormData) => void] {
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [state, send] = useActionState(isScripted ? arriving(action) : action, idle);
  return [state, send];
}

const arriving =
  (action: FormAction): FormAction =>
  async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (isNavigation(error)) throw error;
      const values = Object.fromEntries([...form].filter((field): field is [string, string] => isWords(field[1])));
      const message = "This could not be sent: there is no connection. What you typed is still here.";
      return { status: "refused", message, values };
    }
  };

const isWords = (value: FormDataEntryValue): value is string => typeof value === "string";

/** redirect() and notFound() travel as errors with a digest. */
const isNavigation = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
