import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const button = cva(
  [
    "inline-flex items-center gap-2 rounded-control border font-semibold no-underline cursor-pointer",
    "max-desk:min-h-11 portal:min-h-12 portal:py-1 portal:text-base",
    "motion-safe:transition-[background-color,border-color] motion-safe:duration-120 motion-safe:ease-[ease]",
    "disabled:border-line disabled:bg-sunken disabled:text-ink-3 disabled:cursor-not-allowed aria-busy:cursor-progress",
    "print:[&:not([href^='tel:'])]:hidden",
  ],
  {
    variants: {
      /** One filled button per view; risk only inside a safety event. */
      look: {
        outline: "border-edge bg-surface text-ink hover:border-ink-2 hover:bg-sunken hover:text-ink active:border-ink",
        filled: [
          "border-primary bg-primary text-on-primary forced-colors:border-2",
          "hover:border-primary-hover hover:bg-primary-hover hover:text-on-primary",
          "aria-busy:border-primary aria-busy:bg-primary aria-busy:text-on-primary",
        ],
        quiet: [
          "border-transparent bg-transparent text-primary hover:bg-primary-tint hover:text-primary-hover",
          "door:min-h-11 forced-colors:border-[Canvas]",
        ],
        risk: "border-risk bg-risk text-on-risk hover:bg-[color-mix(in_oklab,var(--color-risk)_86%,var(--color-ink))] hover:text-on-risk",
      },
      small: { true: "min-h-8.5 py-0.5 text-small", false: "min-h-10 py-1" },
      /** No inner padding at the sides, so a quiet button lines up with the text above it. */
      flush: { true: "justify-start px-0 text-start", false: "justify-center text-center" },
      /** An icon alone. */
      square: { true: "", false: "" },
      wide: { true: "w-full", false: "" },
    },
    compoundVariants: [
      { flush: false, small: true, class: "px-3" },
      { flush: false, small: false, square: true, class: "px-2.5" },
      { flush: false, small: false, square: false, look: "quiet", class: "px-2.5" },
      { flush: false, small: false, square: false, look: ["outline", "filled", "risk"], class: "px-4" },
      { flush: true, look: "quiet", class: "portal:px-0" },
      { flush: false, class: "portal:px-5" },
      { flush: true, look: ["outline", "filled", "risk"], class: "portal:px-5" },
      { small: false, look: ["outline", "filled", "risk"], class: "door:min-h-12 door:w-full" },
    ],
    defaultVariants: { look: "outline", small: false, flush: false, square: false, wide: false },
  },
);

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
