"use client";

import { useEffect, useState } from "react";
import { offlineAddress } from "@/lib/identity/offline-address";
import { paths } from "@/lib/paths";

/** Where somebody may go without a network: a page that is kept stands there. */
const kept: readonly string[] = [offlineAddress, paths.portal.contacts];

/**
 * Without a network a link would take the page away, and what is written on it. So the page stays, and says why; the numbers
 * are one tap further.
 */
export function WithoutNetwork() {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || navigator.onLine || link.origin !== location.origin || link.target || event.metaKey || event.ctrlKey)
        return;
      if (link.hash && link.pathname === location.pathname) return;
      if (kept.includes(link.pathname)) {
        // Whoever draws pages here would ask the server first, and again.
        event.preventDefault();
        event.stopPropagation();
        location.assign(offlineAddress);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      setAsked(true);
    };
    const whenBack = () => setAsked(false);
    addEventListener("click", hold, { capture: true });
    addEventListener("online", whenBack);
    return () => {
      removeEventListener("click", hold, { capture: true });
      removeEventListener("online", whenBack);
    };
  }, []);
  return (
    <div role="status">
      {isAsked ? (
        <p className="fixed inset-x-4 top-18 z-8 mx-auto max-w-140 rounded-control border border-edge bg-surface p-5 lifted print:hidden">
          No network just now. This page stays as it is, with what you wrote.{" "}
          <a href={offlineAddress}>Numbers, and what can be done without a network</a>
        </p>
      ) : null}
    </div>
  );
}
