"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import { ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";
import { useTooLong } from "@/components/ui/use-too-long";

type Props = Omit<ComponentProps<"textarea">, "id"> & ControlText & { beside?: ReactNode };

export function Textarea({
  id,
  label,
  hint,
  error,
  beside,
  readOnly,
  maxLength,
  onInput,
  rows = 4,
  ...textarea
}: Props) {
  const [over, look] = useTooLong(maxLength, textarea);
  const name = useFieldName("name" in textarea ? textarea.name : id, textarea.autoComplete);
  return (
    <ControlFrame id={id} label={label} hint={hint} error={over ?? error} beside={beside} readOnly={readOnly}>
      <textarea
        dir="auto"
        id={id}
        rows={rows}
        readOnly={readOnly}
        aria-invalid={(over ?? error) ? true : undefined}
        aria-describedby={describedBy({ id, hint, error: over ?? error })}
        {...textarea}
        onInput={(event) => {
          look(event.currentTarget.value);
          onInput?.(event);
        }}
        name={name}
      />
    </ControlFrame>
  );
}
