"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonStyle, buttonClass } from "@/components/ui/button";
import { type EditStep, stepValue } from "@/lib/domain/protocol/edit-step";

type Props = Pick<ButtonStyle, "look"> & {
  step: EditStep;
  /** The whole sentence, where the button's words alone do not tell. */
  label?: string;
  children: ReactNode;
};

/** One of the many buttons of the draft: keeps what is typed, then does its step. */
export function StepButton({ step, label, look = "outline", children }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name="do"
      value={stepValue(step)}
      className={buttonClass({ look, small: true })}
      aria-label={label}
      aria-busy={pending || undefined}
      disabled={pending}
    >
      {children}
    </button>
  );
}
