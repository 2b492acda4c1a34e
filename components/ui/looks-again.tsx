"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** So often and no more: a page that asks for ever would keep somebody signed in who went away. */
const mostLooks = 40;

/** Asks for the page anew every few seconds, for a while. Without script, and after that, there is a link beside it. */
export function LooksAgain({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    let looks = 0;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      looks += 1;
      if (looks > mostLooks) clearInterval(timer);
      else router.refresh();
    }, seconds * 1_000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
