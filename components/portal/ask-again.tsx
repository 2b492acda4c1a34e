"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState, useTransition } from "react";

/** True until this document has shown such a page once. */
let isFirst = true;

/**
 * What was seen a moment ago may have been taken back. Back and forward draw a page from the document's memory, so a
 * page that was shown before stays empty until the server has answered again.
 */
export function AskAgain({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [asking, setAsking] = useState(!isFirst);
  const [, start] = useTransition();
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    start(() => {
      router.refresh();
      setAsking(false);
    });
  }, [router]);
  return asking ? <p aria-busy="true">One moment…</p> : children;
}
