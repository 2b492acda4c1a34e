"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import { ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";

type Props = Omit<ComponentProps<"input">, "id"> & ControlText & { beside?: ReactNode };

export function Field({ id, label, hint, error, beside, readOnly, ...input }: Props) {
  const name = useFieldName("name" in input ? input.name : id, input.autoComplete);
  return (
    <ControlFrame id={id} label={label} hint={hint} error={error} beside={beside} readOnly={readOnly}>
      <input
        id={id}
        readOnly={readOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        {...input}
        name={name}
      />
    </ControlFrame>
  );
}
