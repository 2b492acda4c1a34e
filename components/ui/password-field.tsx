"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { asButton } from "@/components/ui/button";
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
        {...asButton({ look: "quiet", small: true })}
        aria-pressed={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        Show<span className="sr-only"> password</span>
      </button>
    </ControlFrame>
  );
}
