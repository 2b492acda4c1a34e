import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

/** Height and padding are variables of `look-button`, so that a page of many buttons stays light. */
const button = cva("look-button", {
  variants: {
    /** One filled button per view; risk only inside a safety event. */
    look: { outline: "look-outline", filled: "look-filled", quiet: "look-quiet door:min-h-11", risk: "look-risk" },
    small: { true: "look-small", false: "" },
    /** No inner padding at the sides, so a quiet button lines up with the text above it. */
    flush: { true: "justify-start text-start", false: "" },
    /** An icon alone. */
    square: { true: "", false: "" },
    wide: { true: "w-full", false: "" },
  },
  compoundVariants: [
    { flush: false, small: false, square: true, class: "[--pad:0.25rem_0.625rem]" },
    { flush: false, small: false, square: false, look: "quiet", class: "[--pad:0.25rem_0.625rem]" },
    { flush: true, small: false, class: "[--pad:0.25rem_0]" },
    { flush: true, small: true, class: "[--pad:0.125rem_0]" },
    { flush: true, look: "quiet", class: "portal:px-0" },
    { small: false, look: ["outline", "filled", "risk"], class: "door:min-h-12 door:w-full" },
  ],
  defaultVariants: { look: "outline", small: false, flush: false, square: false, wide: false },
});

type Variants = VariantProps<typeof button>;
export type ButtonLook = NonNullable<Variants["look"]>;
export type ButtonStyle = { [Name in keyof Variants]?: Exclude<Variants[Name], null> | undefined };

/** What makes an element a button to look at. `data-look` is for parts that place the buttons inside of them. */
export function asButton(style: ButtonStyle = {}, extra?: string): { className: string; "data-look": ButtonLook } {
  return { className: button({ ...style, class: extra }), "data-look": style.look ?? "outline" };
}

export function Button({
  look,
  small,
  flush,
  wide,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonStyle) {
  return <button type={type} {...asButton({ look, small, flush, wide }, className)} {...rest} />;
}
