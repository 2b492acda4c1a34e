"use client";

import { useForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";
import { type WholePart, wholePartKeys, wholeParts } from "@/lib/exports/all-of-it";

/** Which parts are given. What tells of safety, of staff among themselves or of who read what is ticked by the clinician alone. */
export function GivenParts() {
  const { id, state } = useForm();
  const typed = state.values?.["parts[]"];
  const wasSent = state.status === "refused";
  const isChosen = (part: WholePart) => (wasSent ? [typed].flat().includes(part) : !wholeParts[part].isDelicate);
  const error = state.fields?.["parts[]"];
  return (
    <fieldset aria-describedby={error ? `${id}-parts-error` : undefined}>
      <legend className="mb-1.5 font-semibold">Parts</legend>
      {error ? <ErrorLine id={`${id}-parts-error`}>{error}</ErrorLine> : null}
      {wholePartKeys.map((part) => (
        <Checkbox
          key={`${part} ${isChosen(part)}`}
          id={`${id}-${part}`}
          name="parts[]"
          value={part}
          label={wholeParts[part].title}
          defaultChecked={isChosen(part)}
        />
      ))}
    </fieldset>
  );
}
