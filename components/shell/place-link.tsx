"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { numbered } from "@/lib/paths";

type Props = {
  href: Route;
  children: ReactNode;
  className?: string;
  exact?: boolean;
  /** Pages that belong to this place without being below it, and what is below them. */
  also?: readonly string[] | undefined;
};

/** A link that marks itself current on its own page and, unless `exact`, on every page below it. */
export function PlaceLink({ href, children, className, exact = false, also = [] }: Props) {
  const named = usePathname() ?? "";
  // The server draws a page that has a number under its name.
  const path = numbered(named) ?? named;
  const within = also.some((place) => path === place || path.startsWith(`${place}/`));
  const below = !exact && path.startsWith(`${href}/`);
  const current = path === href ? "page" : within || below ? "true" : undefined;
  return (
    <Link className={className} href={href} aria-current={current} prefetch={false}>
      {children}
    </Link>
  );
}
