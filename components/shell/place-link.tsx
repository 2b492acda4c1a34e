"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: Route;
  children: ReactNode;
  className?: string;
  exact?: boolean;
  /** Where pages lie that belong to this place without being below it. */
  also?: readonly string[] | undefined;
};

/** A link that marks itself current on its own page and, unless `exact`, on every page below it. */
export function PlaceLink({ href, children, className, exact = false, also = [] }: Props) {
  const path = usePathname() ?? "";
  const below = !exact && [href, ...also].some((place) => path.startsWith(`${place}/`));
  const current = path === href ? "page" : below ? "true" : undefined;
  return (
    <Link className={className} href={href} aria-current={current} prefetch={false}>
      {children}
    </Link>
  );
}
