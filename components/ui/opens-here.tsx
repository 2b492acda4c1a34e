"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { asButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type Props = { href: Route; isOpen: boolean; children: ReactNode };

/** Looks like a Disclose, for what is too heavy to be sent folded: the address says what is open, so it works without script. */
export function OpensHere({ href, isOpen, children }: Props) {
  return (
    <Link {...asButton({ small: true })} href={href} scroll={false} prefetch={false} aria-expanded={isOpen}>
      {children}
      <Icon name="down" small className={isOpen ? "rotate-180" : ""} />
    </Link>
  );
}
