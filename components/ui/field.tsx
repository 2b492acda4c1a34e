import type { ComponentProps, ReactNode } from "react";
import { ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";

type Props = Omit<ComponentProps<"input">, "id"> & ControlText & { beside?: ReactNode };

export function Field({ id, label, hint, error, beside, readOnly, ...input }: Props) {
  return (
    <ControlFrame id={id} label={label} hint={hint} error={error} beside={beside} readOnly={readOnly}>
      <input
        id={id}
        name={id}
        readOnly={readOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        {...input}
      />
    </ControlFrame>
  );
}
