"use client";

import { useForm } from "@/components/forms/action-form";
import { Field } from "@/components/ui/field";
import type { Scale } from "@/lib/assessments/instrument";
import { limits } from "@/lib/limits";

/** Empty rows at the end, for the next bands. */
const SPARE = 3;

/** The bands of a scale, one a row; a row that is emptied goes. */
export function BandFields({ bands, most }: { bands: Scale["bands"]; most: number }) {
  const { id, state } = useForm();
  const typed = (name: string) => (state.status === "refused" ? [state.values?.[name] ?? []].flat() : null);
  const [from, labels] = [typed("bandFrom[]"), typed("bandLabel[]")];
  const rows = labels
    ? labels.map((label, i) => ({ label, from: from?.[i] ?? "" }))
    : bands.map(({ min, label }) => ({ label, from: String(min) }));
  const count = Math.min(most, Math.max(rows.length, bands.length + SPARE));
  return Array.from({ length: count }, (_, i) => i).map((i) => (
    <div key={`${i}-${rows[i]?.label ?? ""}`} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3">
      <Field
        id={`${id}-bandFrom-${i}`}
        name="bandFrom[]"
        label={
          <>
            From<span className="sr-only">, band {i + 1}</span>
          </>
        }
        inputMode="decimal"
        defaultValue={rows[i]?.from ?? ""}
        error={state.fields?.[`bandFrom.${i}`]}
      />
      <Field
        id={`${id}-bandLabel-${i}`}
        name="bandLabel[]"
        label={`Band ${i + 1}`}
        defaultValue={rows[i]?.label ?? ""}
        maxLength={limits.bandLabel}
        error={state.fields?.[`bandLabel.${i}`]}
      />
    </div>
  ));
}
