"use client";

import { useForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";
import { RadioGroup } from "@/components/ui/radio-group";
import { type ExportPart, exportPartKeys, exportParts } from "@/lib/exports/choices";
import { exportFormats, exportFormatWords } from "@/lib/exports/formats";

/** What the file is and what it holds. What was chosen stays chosen when the password was refused. */
export function ExportChoices() {
  const { id, state } = useForm();
  const typed = state.values ?? {};
  const parts = typed["parts[]"];
  const wasSent = state.status === "refused";
  const isChosen = (part: ExportPart) => (wasSent ? [parts].flat().includes(part) : !exportParts[part].isAsked);
  const partsError = state.fields?.["parts[]"];
  return (
    <>
      <RadioGroup
        name="format"
        legend="Kind of file"
        choices={exportFormats.map((value) => ({
          value,
          label: exportFormatWords[value].label,
          sub: exportFormatWords[value].hint,
        }))}
        defaultValue={typeof typed.format === "string" ? typed.format : "csv"}
        error={state.fields?.format}
        cards
      />
      <fieldset aria-describedby={partsError ? `${id}-parts-error` : undefined}>
        <legend className="mb-1.5 font-semibold">What it holds</legend>
        {partsError ? <ErrorLine id={`${id}-parts-error`}>{partsError}</ErrorLine> : null}
        {exportPartKeys.map((part) => (
          <Checkbox
            key={`${part} ${isChosen(part)}`}
            id={`${id}-${part}`}
            name="parts[]"
            value={part}
            label={exportParts[part].label}
            defaultChecked={isChosen(part)}
          />
        ))}
      </fieldset>
      <Checkbox
        id={`${id}-mark`}
        name="mark"
        value="yes"
        label="Tables for Excel"
        sub="Puts a mark before the text, by which Excel knows letters such as ä and ş. Other programs do not need it."
        defaultChecked={typed.mark === "yes"}
      />
      <FormPassword name="password" label="Your password" autoComplete="current-password" required />
    </>
  );
}
