"use client";

import { useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { SentAgain } from "@/components/forms/sent-again";
import { useFormAction } from "@/components/forms/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { FormState } from "@/lib/form-state";
import { sectionsOfText } from "@/lib/learn/reading-text";
import { limits } from "@/lib/limits";
import { Ease } from "./ease";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Empty for a new reading. */
  formKey: string;
  given: { title: string; summary: string; body: string; question: string; weeks: string; exercises: string[] };
  exercises: readonly { key: string; title: string }[];
  /** The revision of what the page shows; none for a new reading. */
  seen?: string;
};

/** A reading as plain text. What was typed comes back when it is refused, and length and ease show as it is typed. */
export function ReadingForm({ action, formKey, given, exercises, seen }: Props) {
  const [state, send] = useFormAction(action);
  const [body, setBody] = useState(String(state.values?.body ?? given.body));
  const typed = state.status === "refused" ? state.values : undefined;
  const field = (name: "title" | "summary" | "body" | "question" | "weeks") => {
    const now = typed?.[name];
    return { id: name, name, defaultValue: typeof now === "string" ? now : given[name], error: state.fields?.[name] };
  };
  const chosen = typed ? [typed["exercises[]"] ?? []].flat() : given.exercises;
  return (
    <MarkedForm action={send} className="practice:[&>[data-look]]:justify-self-start grid gap-4" noValidate>
      {state.message ? (
        <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />
      ) : null}
      <input type="hidden" name="key" value={formKey} />
      {seen ? <input type="hidden" name="seen" value={seen} /> : null}
      <SentAgain state={state} />
      <Field {...field("title")} label="Title" maxLength={limits.readingTitle} required />
      <Field
        {...field("summary")}
        label="In one sentence"
        hint="Stands below the title in the list."
        maxLength={limits.readingSummary}
        required
      />
      <div>
        <Textarea
          {...field("body")}
          label="The reading"
          hint="A blank line starts a new paragraph. A line that begins with # is a heading; lines that begin with | are a table, whose cells | parts too."
          rows={24}
          onChange={(event) => setBody(event.target.value)}
          required
        />
        <Ease sections={sectionsOfText(body)} />
      </div>
      <Field
        {...field("question")}
        label="A question to take along"
        hint="Nothing has to be written; it is there to think about."
        maxLength={limits.readingQuestion}
        required
      />
      <Field
        {...field("weeks")}
        label="Weeks it belongs to"
        hint="Such as 3 or 3, 4. Today offers a week’s reading as the protocol names it; where it names none, one of your own that belongs to the week."
        maxLength={limits.readingWeeks}
      />
      <fieldset>
        <legend className="mb-1 font-semibold text-lead leading-[1.2] font-serif">Exercises it belongs to</legend>
        <div className="grid gap-y-1 gap-x-6 grid-cols-[repeat(auto-fill,minmax(260px,1fr))]">
          {exercises.map(({ key, title }) => (
            <Checkbox
              key={`${key} ${chosen.includes(key)}`}
              id={`exercise-${key}`}
              name="exercises[]"
              value={key}
              label={title}
              defaultChecked={chosen.includes(key)}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton look="filled" busy="Keeping…">
          Keep the draft
        </SubmitButton>
      </div>
    </MarkedForm>
  );
}
