"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";

type Props = Omit<ComponentProps<"input">, "id" | "type"> & ControlText & { beside?: ReactNode };

/** A password with Show and Hide. Without script it is a plain password field that still works. */
export function PasswordField({ id, label, hint, error, beside, ...input }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <ControlFrame id={id} label={label} hint={hint} error={error} beside={beside}>
      <input
        id={id}
        name={id}
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        {...input}
      />
      <button
        type="button"
        className="btn quiet small"
        aria-pressed={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        Show<span className="vh"> password</span>
      </button>
    </ControlFrame>
  );
}
