"use client";

import { useForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";
import { researchColumns, researchParts } from "@/lib/exports/research";

type Props = { name: "columns[]" | "parts[]"; legend: string };

const choices = { "columns[]": researchColumns, "parts[]": researchParts } as const;

/** Boxes of one kind. What is measured is chosen at first; what makes groups smaller is not. */
export function ResearchChoices({ name, legend }: Props) {
  const { id, state } = useForm();
  const labels: Readonly<Record<string, { label: string }>> = choices[name];
  const typed = state.status === "refused" ? [state.values?.[name] ?? []].flat() : null;
  const isChosen = (key: string) => (typed ? typed.some((one) => one === key) : name === "parts[]");
  const error = state.fields?.[name];
  const place = `${id}-${name.slice(0, -2)}`;
  return (
    <fieldset aria-describedby={error ? `${place}-error` : undefined}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {Object.entries(labels).map(([key, { label }]) => (
        <Checkbox
          key={`${key} ${isChosen(key)}`}
          id={`${place}-${key}`}
          name={name}
          value={key}
          label={label}
          defaultChecked={isChosen(key)}
        />
      ))}
      {error ? <ErrorLine id={`${place}-error`}>{error}</ErrorLine> : null}
    </fieldset>
  );
}
