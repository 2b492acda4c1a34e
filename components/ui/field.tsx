"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import { ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";
import { useTooLong } from "@/components/ui/use-too-long";

type Props = Omit<ComponentProps<"input">, "id"> & ControlText & { beside?: ReactNode };

export function Field({ id, label, hint, error, beside, readOnly, maxLength, onInput, ...input }: Props) {
  const [over, look] = useTooLong(maxLength, input);
  const name = useFieldName("name" in input ? input.name : id, input.autoComplete);
  return (
    <ControlFrame id={id} label={label} hint={hint} error={over ?? error} beside={beside} readOnly={readOnly}>
      <input
        dir="auto"
        id={id}
        readOnly={readOnly}
        aria-invalid={(over ?? error) ? true : undefined}
        aria-describedby={describedBy({ id, hint, error: over ?? error })}
        {...input}
        onInput={(event) => {
          look(event.currentTarget.value);
          onInput?.(event);
        }}
        name={name}
      />
    </ControlFrame>
  );
}
