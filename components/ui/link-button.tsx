import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonStyle, buttonClass } from "@/components/ui/button";

type Props = ButtonStyle & {
  href: Route;
  children: ReactNode;
  className?: string | undefined;
  /** Needed when the button shows an icon alone. */
  label?: string | undefined;
};

export function LinkButton({ href, children, className, label, ...style }: Props) {
  return (
    <Link href={href} className={buttonClass(style, className)} aria-label={label} prefetch={false}>
      {children}
    </Link>
  );
}
