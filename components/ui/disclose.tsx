import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** A small form behind a button of its own; works without script. */
export function Disclose({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="disclose">
      <summary className={buttonClass({ small: true })}>
        {label}
        <Icon name="down" small />
      </summary>
      {children}
    </details>
  );
}
