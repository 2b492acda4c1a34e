"use client";

import { FileForm } from "@/components/forms/file-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Select } from "@/components/ui/select";
import { measuresChoices } from "@/lib/assessments/closeness";
import { measuresWords } from "@/lib/instruments/instrument-status";
import { importQuestionnaire } from "../actions";

const choices = measuresChoices("undecided").map((value) => ({ value, label: measuresWords[value] }));

export function ImportForm() {
  const [state, send] = useFormAction(importQuestionnaire);
  return (
    <FileForm
      action={send}
      state={state}
      refused="It was not imported. See below."
      submit="Import as a draft"
      hint="Choices, yes and no, numbers, words, dates, groups, conditions and codes are read. Whatever cannot be used here is listed by its linkId, and the file is kept with the draft."
    >
      <Select
        id="measures"
        label="What it measures"
        hint="Scores of closeness are closed until the safety gate is clear, because closeness can grow under harm. So are those of a questionnaire of which nobody has said it."
        options={choices}
        defaultValue={String(state.values?.measures ?? "undecided")}
        error={state.fields?.measures}
      />
    </FileForm>
  );
}
