"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { asButton, type ButtonStyle } from "@/components/ui/button";

type Props = Omit<ComponentProps<"button">, "type" | "children"> &
  ButtonStyle & {
    children: ReactNode;
    /** What the button says while its form is on its way, such as "Saving…". */
    busy: ReactNode;
  };

/** Submits its form. While busy the words change and the width does not. */
export function SubmitButton({
  children,
  busy,
  look,
  small,
  flush,
  wide,
  className,
  disabled,
  onClick,
  ...rest
}: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      {...asButton({ look, small, flush, wide }, className)}
      disabled={disabled}
      // Not disabled: a button that is loses the focus of whoever pressed it.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      <span className="inline-grid justify-items-center">
        <span aria-hidden={pending} className="flex items-center gap-1.25 [grid-area:1/1] aria-hidden:invisible">
          {children}
        </span>
        <span aria-hidden={!pending} className="[grid-area:1/1] aria-hidden:invisible">
          {busy}
        </span>
      </span>
    </button>
  );
}
