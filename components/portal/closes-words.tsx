"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page anew when the time is over for which words lie open: they go from the screen too. */
export function ClosesWords({ after }: { after: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), after + 500);
    return () => clearTimeout(timer);
  }, [after, router]);
  return null;
}
