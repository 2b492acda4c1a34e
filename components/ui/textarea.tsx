"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import { ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";

type Props = Omit<ComponentProps<"textarea">, "id"> & ControlText & { beside?: ReactNode };

export function Textarea({ id, label, hint, error, beside, readOnly, rows = 4, ...textarea }: Props) {
  const name = useFieldName("name" in textarea ? textarea.name : id, textarea.autoComplete);
  return (
    <ControlFrame id={id} label={label} hint={hint} error={error} beside={beside} readOnly={readOnly}>
      <textarea
        id={id}
        rows={rows}
        readOnly={readOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        {...textarea}
        name={name}
      />
    </ControlFrame>
  );
}
