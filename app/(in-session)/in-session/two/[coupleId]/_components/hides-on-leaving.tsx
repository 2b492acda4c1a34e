"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

const lockUrl = "/api/session/lock";
/** In this browser tab: it was turned away from and is not known to be locked yet. */
const mark = "nearer-turned-away";
/** Without a touch for so long nobody looks any more, in milliseconds (ours). */
const quietMs = 5 * 60_000;

const lock = (): Promise<boolean> =>
  fetch(lockUrl, { method: "POST", keepalive: true, cache: "no-store" }).then(
    ({ status }) => status === 204,
    () => false,
  );

type Props = { children: ReactNode };

/**
 * Around what two look at together. As soon as the page is left, covered by another or not touched for a while, nothing of it is
 * drawn any more, and the sign-in locks: it comes back for whoever unlocks it. Without a network it stays empty until it could.
 */
export function HidesOnLeaving({ children }: Props) {
  const [isShown, setShown] = useState(false);
  const isGone = useRef(false);

  const turnAway = useCallback(async () => {
    if (isGone.current) return;
    isGone.current = true;
    setShown(false);
    sessionStorage.setItem(mark, "yes");
    if (!(await lock())) {
      isGone.current = false;
      return;
    }
    sessionStorage.removeItem(mark);
    window.location.replace(window.location.href);
  }, []);

  useEffect(() => {
    if (sessionStorage.getItem(mark)) void turnAway();
    else setShown(true);
    let timer = setTimeout(turnAway, quietMs);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(turnAway, quietMs);
    };
    const hidden = () => {
      if (document.visibilityState === "hidden") void turnAway();
    };
    const away = () => void turnAway();
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", away);
    window.addEventListener("pointerdown", touched);
    window.addEventListener("keydown", touched);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", away);
      window.removeEventListener("pointerdown", touched);
      window.removeEventListener("keydown", touched);
    };
  }, [turnAway]);

  if (!isShown)
    return (
      <div className="grid min-h-[60vh] content-center justify-items-center gap-4" role="status">
        <p>Nothing is shown here now.</p>
        <Button look="outline" onClick={() => void turnAway()}>
          Unlock
        </Button>
        <noscript>These screens need script: without it they could not hide.</noscript>
      </div>
    );
  return (
    <>
      {children}
      <p className="mt-8 flex justify-center">
        <Button look="outline" onClick={() => void turnAway()}>
          Hide this
        </Button>
      </p>
    </>
  );
}
