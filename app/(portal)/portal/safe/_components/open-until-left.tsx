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
    <details className="look-part [&[open]>summary]:mb-3" open={isNow}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
