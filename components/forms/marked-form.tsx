"use client";

import type { ComponentProps } from "react";
import { OwnerMark, usePageOwner } from "@/components/forms/page-owner";
import { classNames } from "@/components/ui/class-names";

/** A form that is a sentence and its button. */
const plain = "[&>.text-small+[data-look]]:mt-2";

/**
 * Every form that is sent to an action. It says whose page it stands on, and the browser keeps no word of a client:
 * neither for its suggestions nor for opening the tab again.
 */
export function MarkedForm({ children, className = plain, ...rest }: ComponentProps<"form">) {
  return (
    <form
      autoComplete={usePageOwner().isClient ? "off" : undefined}
      className={classNames("door:grid door:gap-4.5", className)}
      {...rest}
    >
      <OwnerMark />
      {children}
    </form>
  );
}
