"use client";

import { useRef, useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { LARGEST_FILE, TOO_LARGE } from "@/lib/assessments/fhir/questionnaire-text";
import { paths } from "@/lib/paths";
import { importAnswers } from "../../actions";

type Props = { id: string; clientId: string; choices: readonly { value: string; label: string }[] };

/** A file goes into the field first, so that what is sent is what is seen. */
export function ImportAnswers({ id, clientId, choices }: Props) {
  const [state, send] = useFormAction(importAnswers);
  const [problem, setProblem] = useState("");
  const text = useRef<HTMLTextAreaElement>(null);
  const { losses } = state.shown ?? {};
  if (state.status === "done") {
    const lost = [losses ?? []].flat();
    return (
      <Notice
        tone="plain"
        title={state.message}
        announce
        actions={<LinkButton href={paths.client(clientId).assessment(id)}>Open them</LinkButton>}
      >
        {lost.length === 0 ? "Every answer in the file was taken." : lost.join(" ")}
      </Notice>
    );
  }
  const read = async (file: File | undefined) => {
    if (!file) return;
    const isLarge = file.size > LARGEST_FILE;
    setProblem(isLarge ? TOO_LARGE : "");
    if (text.current && !isLarge) text.current.value = await file.text();
  };
  return (
    <MarkedForm action={send} className="grid gap-5 max-w-180 [&>[data-look]]:justify-self-start" noValidate>
      {state.message ? (
        <Notice
          tone="attention"
          title={state.fields?.text ? "They were not brought in. See below." : state.message}
          announce
        />
      ) : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="clientId" value={clientId} />
      <Select
        id="key"
        label="The questionnaire that was answered"
        hint="It has to be published here. Answers to another questionnaire, or to another version of it, are refused."
        options={[{ value: "", label: "Choose one" }, ...choices]}
        defaultValue={String(state.values?.key ?? "")}
        error={state.fields?.key}
        required
      />
      <Field
        id="file"
        name={undefined}
        label="A file"
        type="file"
        accept=".json,application/json,application/fhir+json"
        error={problem || undefined}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Textarea
        ref={text}
        id="text"
        label="Or its text"
        rows={12}
        spellCheck={false}
        defaultValue={String(state.values?.text ?? "")}
        error={state.fields?.text}
        required
      />
      <SubmitButton look="filled" busy="Reading…">
        Bring the answers in
      </SubmitButton>
    </MarkedForm>
  );
}
