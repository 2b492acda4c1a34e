"use client";

import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { LARGEST_FILE, TOO_LARGE } from "@/lib/assessments/fhir/questionnaire-text";
import type { FormState } from "@/lib/form-state";

/** The button with which the browser lets a file be chosen, set as the small ones of the page. */
const chooser = [
  "py-1.25! file:mr-3 file:cursor-pointer file:rounded-mark file:border file:border-edge file:bg-paper file:px-3 file:py-1",
  "file:font-semibold file:text-ink hover:file:border-ink-2 hover:file:bg-sunken",
].join(" ");

type Props = {
  action: ComponentProps<typeof MarkedForm>["action"];
  state: FormState;
  /** What is said above, where the fault stands at the text. */
  refused: string;
  submit: string;
  hint?: string;
  /** What is asked before the file, and after its text. */
  before?: ReactNode;
  children?: ReactNode;
};

/** A file goes into the field first, so that what is sent is what is seen. What is too large stays, and is not sent. */
export function FileForm({ action, state, refused, submit, hint, before, children }: Props) {
  const [problem, setProblem] = useState("");
  const text = useRef<HTMLTextAreaElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const isLarge = file.size > LARGEST_FILE;
    setProblem(isLarge ? TOO_LARGE : "");
    if (text.current && !isLarge) text.current.value = await file.text();
  };
  return (
    <MarkedForm
      action={action}
      className="grid gap-5 max-w-180 [&>[data-look]]:justify-self-start"
      noValidate
      onSubmit={(event) => {
        if (new Blob([text.current?.value ?? ""]).size <= LARGEST_FILE) return;
        event.preventDefault();
        setProblem(TOO_LARGE);
      }}
    >
      {state.message ? <Notice tone="attention" title={state.fields?.text ? refused : state.message} announce /> : null}
      {before}
      <Field
        id="file"
        name={undefined}
        label="A file"
        type="file"
        className={chooser}
        accept=".json,application/json,application/fhir+json"
        error={problem || undefined}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Textarea
        ref={text}
        id="text"
        label="Or its text"
        hint={hint}
        rows={12}
        spellCheck={false}
        defaultValue={String(state.values?.text ?? "")}
        error={state.fields?.text}
        required
      />
      {children}
      <SubmitButton look="filled" busy="Reading…">
        {submit}
      </SubmitButton>
    </MarkedForm>
  );
}
