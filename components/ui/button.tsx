import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

export type ButtonLook = "outline" | "filled" | "quiet" | "risk";

export type ButtonStyle = {
  /** One filled button per view; risk only inside a safety event. */
  look?: ButtonLook | undefined;
  small?: boolean | undefined;
  /** No inner padding at the sides, so a quiet button lines up with the text above it. */
  flush?: boolean | undefined;
  wide?: boolean | undefined;
};

export function buttonClass({ look = "outline", small, flush, wide }: ButtonStyle, extra?: string): string {
  return classNames("btn", look !== "outline" && look, small && "small", flush && "flush", wide && "wide", extra);
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
  return <button type={type} className={buttonClass({ look, small, flush, wide }, className)} {...rest} />;
}
