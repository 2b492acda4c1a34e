"use client";

import { useForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";
import { partsAtFirst, partTitles, reportParts } from "@/lib/reports/report";

const name = "parts[]";

/** The parts of a report, most of them at first; what was chosen stays chosen when the form comes back. */
export function PartChoices() {
  const { id, state } = useForm();
  const typed = state.status === "refused" ? (state.values?.[name] ?? []) : undefined;
  const chosen: readonly string[] = typed === undefined ? partsAtFirst : [typed].flat();
  const error = state.fields?.[name];
  return (
    <fieldset aria-describedby={error ? `${id}-parts-error` : undefined}>
      <legend className="mb-1.5 font-semibold">What it holds</legend>
      {reportParts.map((part) => (
        <Checkbox
          key={`${part} ${chosen.some((one) => one === part)}`}
          id={`${id}-${part}`}
          name={name}
          value={part}
          label={partTitles[part]}
          defaultChecked={chosen.some((one) => one === part)}
        />
      ))}
      {error ? <ErrorLine id={`${id}-parts-error`}>{error}</ErrorLine> : null}
    </fieldset>
  );
}
