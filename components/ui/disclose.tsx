"use client";

import type { ReactNode } from "react";
import { asButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** The form is set as the page sets its own; a notice in it stands close. */
export const disclosure =
  "group/disclose [&>form]:mt-3 [&>form]:mb-2 [&>form]:grid [&>form]:gap-3 [&>form>[data-look]]:justify-self-start print:hidden";
export const disclosing = "list-none [&::-webkit-details-marker]:hidden before:content-none";

/** A small form behind a button of its own; works without script. */
export function Disclose({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className={disclosure}>
      <summary {...asButton({ small: true }, disclosing)}>
        {label}
        <Icon name="down" small className="group-open/disclose:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
