"use client";

import type { ComponentProps } from "react";
import { OwnerMark, usePageOwner } from "@/components/forms/page-owner";

/**
 * Every form that is sent to an action. It says whose page it stands on, and the browser keeps no word of a client:
 * neither for its suggestions nor for opening the tab again.
 */
export function MarkedForm({ children, ...rest }: ComponentProps<"form">) {
  return (
    <form autoComplete={usePageOwner().isClient ? "off" : undefined} {...rest}>
      <OwnerMark />
      {children}
    </form>
  );
}
