"use client";

import { type ReactNode, useEffect } from "react";

/**
 * One closed line, the same for everybody. Straight after the button it stands open, and only until the page is left: the
 * address forgets it at once, so that coming back finds it closed.
 */
export function OpenUntilLeft({ label, isNow, children }: { label: string; isNow: boolean; children: ReactNode }) {
  useEffect(() => {
    if (isNow) history.replaceState(null, "", location.pathname);
  }, [isNow]);
  return (
    <details
      className="[&>p:not(.reading)]:mt-1 [&>p:not(.reading)]:mb-3.5 [&>p:not(.reading)]:text-ink-2 pt-4 border-t-[1.5px] border-ink [&>p:last-child]:mb-0! [&[open]>summary]:mb-3"
      open={isNow}
    >
      <summary>{label}</summary>
      {children}
    </details>
  );
}
