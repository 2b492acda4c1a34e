"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { asButton, type ButtonStyle } from "@/components/ui/button";

type Props = ButtonStyle & {
  href: Route;
  children: ReactNode;
  className?: string | undefined;
  /** Needed when the button shows an icon alone. */
  label?: string | undefined;
};

export function LinkButton({ href, children, className, label, ...style }: Props) {
  return (
    <Link href={href} {...asButton(style, className)} aria-label={label} prefetch={false}>
      {children}
    </Link>
  );
}
