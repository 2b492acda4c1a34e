"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { asButton, type ButtonStyle } from "@/components/ui/button";
import { type EditStep, stepValue } from "@/lib/protocol/edit-step";

type Props = Pick<ButtonStyle, "look"> & {
  step: EditStep;
  /** What it is about, read out after the words of the button. */
  about?: string;
  children: ReactNode;
};

/** One of the many buttons of the draft: keeps what is typed, then does its step. */
export function StepButton({ step, about, look = "outline", children }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name="do"
      value={stepValue(step)}
      {...asButton({ look, small: true })}
      aria-busy={pending || undefined}
      disabled={pending}
    >
      {children}
      {about ? <span className="sr-only">{about}</span> : null}
    </button>
  );
}
