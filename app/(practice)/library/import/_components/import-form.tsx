"use client";

import { useRef, useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { measuresChoices } from "@/lib/assessments/closeness";
import { LARGEST_FILE, TOO_LARGE } from "@/lib/assessments/fhir/questionnaire-text";
import { measuresWords } from "@/lib/instruments/instrument-status";
import { importQuestionnaire } from "../actions";

const choices = measuresChoices("undecided").map((value) => ({ value, label: measuresWords[value] }));

/** The button with which the browser lets a file be chosen, set as the small ones of the page. */
const chooser = [
  "py-1.25! file:mr-3 file:-ml-1.5 file:cursor-pointer file:rounded-mark file:border file:border-edge file:bg-paper file:px-3 file:py-1",
  "file:font-semibold file:text-ink hover:file:border-ink-2 hover:file:bg-sunken",
].join(" ");

/** A file goes into the field first, so that what is sent is what is seen. */
export function ImportForm() {
  const [state, send] = useFormAction(importQuestionnaire);
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
      action={send}
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
      noValidate
      onSubmit={(event) => {
        if (new Blob([text.current?.value ?? ""]).size <= LARGEST_FILE) return;
        event.preventDefault();
        setProblem(TOO_LARGE);
      }}
    >
      {state.message ? (
        <Notice
          tone="attention"
          title={state.fields?.text ? "It was not imported. See below." : state.message}
          announce
        />
      ) : null}
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
        hint="Choices, yes and no, numbers, words, dates, groups, conditions and codes are read. Whatever cannot be used here is listed by its linkId, and the file is kept with the draft."
        rows={14}
        spellCheck={false}
        defaultValue={String(state.values?.text ?? "")}
        error={state.fields?.text}
        required
      />
      <Select
        id="measures"
        label="What it measures"
        hint="Scores of closeness are closed until the safety gate is clear, because closeness can grow under harm. So are those of a questionnaire of which nobody has said it."
        options={choices}
        defaultValue={String(state.values?.measures ?? "undecided")}
        error={state.fields?.measures}
      />
      <SubmitButton look="filled" busy="Reading…">
        Import as a draft
      </SubmitButton>
    </MarkedForm>
  );
}
