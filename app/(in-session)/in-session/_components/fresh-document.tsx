"use client";

import { useEffect } from "react";
import { clearDevice } from "@/components/identity/clear-device";

/**
 * The therapist's pages were in this document's memory a moment ago, and Back would draw them again without asking the
 * server. A new document in its place has never held them. What the therapist's pages kept on this device goes too: handing
 * it over signs them out.
 */
export function FreshDocument() {
  useEffect(() => {
    clearDevice();
    const [opened] = performance.getEntriesByType("navigation");
    if (opened && new URL(opened.name).pathname !== location.pathname) location.replace(location.href);
  }, []);
  return null;
}
