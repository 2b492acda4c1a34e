import { cva } from "class-variance-authority";
import type { ComponentProps } from "react";

const choice = cva("flex cursor-pointer max-desk:min-h-11 portal:min-h-11", {
  variants: {
    /** Bordered rows, for choices with a second line. */
    card: {
      true: [
        "min-h-6 items-start gap-3 rounded-control border border-edge bg-surface px-3.5 py-2.5",
        "hover:border-ink-2 hover:bg-sunken [&_b]:block",
        "has-checked:border-2 has-checked:border-primary has-checked:bg-primary-tint has-checked:px-3.25 has-checked:py-2.25",
        "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
      ],
      false: "min-h-6 items-start gap-2.5 py-1 max-desk:py-2.5",
    },
  },
  defaultVariants: { card: false },
});

const box = cva("look-box", {
  variants: {
    type: {
      checkbox: [
        "rounded-mark checked:before:w-[0.375rem] checked:before:h-[0.6875rem] checked:before:border-current",
        "checked:before:border-r-[2.5px] checked:before:border-b-[2.5px] checked:before:rotate-42 checked:before:[translate:0_-1px]",
      ],
      radio: "rounded-full checked:before:size-[0.5rem] checked:before:rounded-full checked:before:bg-current",
    },
  },
});

/** The words beside the box are part of what can be tapped. */
export const asChoice = (card = false, extra?: string): string => choice({ card, class: extra });

/** A box to tick, or one of several to choose. */
export function ChoiceBox({ type, ...rest }: ComponentProps<"input"> & { type: "checkbox" | "radio" }) {
  return <input type={type} className={box({ type })} {...rest} />;
}
