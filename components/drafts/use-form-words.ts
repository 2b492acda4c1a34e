"use client";

import { type FormEvent, useEffect } from "react";
import { useWords } from "@/components/drafts/use-words";
import { mayHaveArrived } from "@/components/forms/use-form-action";
import type { Given, Words } from "@/lib/drafts/draft";
import { plainName } from "@/lib/field-name";
import type { FormState } from "@/lib/form-state";

/** What stands in the boxes of a form, by the name that actions know. */
function wordsOf(form: HTMLFormElement): Words {
  const boxes = [...form.querySelectorAll("textarea")];
  return Object.fromEntries(boxes.map(({ name, value }) => [plainName(name), value]));
}

/** The boxes of one form, kept while somebody writes and over once it has arrived. What was begun before is offered. */
export function useFormWords(place: string, given: Given, state: FormState, folds = true) {
  const { writer, ...words } = useWords(place, given, { folds });
  useEffect(() => {
    if (state.status === "refused") writer.goOn(mayHaveArrived(state));
    if (state.status === "done") writer.finish();
  }, [state, writer]);
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLTextAreaElement) writer.type(wordsOf(event.currentTarget));
  };
  // "Saved" is what the form itself says once it has arrived.
  const said = words.said.replace(/^Saved (.*)$/, "Kept $1, not sent yet");
  return { ...words, said, writer, onInput, onSubmit: () => writer.end() };
}
