"use client";

import { type ReactNode, useEffect, useState } from "react";

/** What stands here for so many milliseconds, and then does not: without script it stays, and is refused when it is late. */
export function ForAWhile({ ms, children }: { ms: number; children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isOver ? null : children;
}
