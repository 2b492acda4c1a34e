"use client";

import { useEffect } from "react";

/**
 * The therapist's pages were in this document's memory a moment ago, and Back would draw them again without asking the
 * server. A new document in its place has never held them.
 */
export function FreshDocument() {
  useEffect(() => {
    const [opened] = performance.getEntriesByType("navigation");
    if (opened && new URL(opened.name).pathname !== location.pathname) location.replace(location.href);
  }, []);
  return null;
}
