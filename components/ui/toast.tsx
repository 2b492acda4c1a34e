"use client";

import { type ReactNode, useEffect, useState } from "react";

type Props = {
  children: ReactNode;
  /** Offered only where the change can be undone. */
  undo?: { label?: string; action: () => void | Promise<void> } | undefined;
  onGone?: (() => void) | undefined;
  seconds: number;
};

export const toast = [
  "fixed bottom-6 left-6 z-8 flex max-w-[min(560px,calc(100vw-40px))] flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-ink px-4 py-2.5 text-paper lifted",
  "empty:hidden [&_:focus-visible]:outline-paper practice:desk:left-[calc(5.5rem+24px)]",
  "max-desk:bottom-[calc(84px+env(safe-area-inset-bottom))] max-desk:left-5 forced-colors:border forced-colors:border-[CanvasText] print:hidden",
].join(" ");

/** Says what happened, for some seconds; the clock holds while it is pointed at or holds focus. */
export function Toast({ children, undo, onGone, seconds }: Props) {
  const [held, setHeld] = useState(false);
  const [gone, setGone] = useState(false);

  useEffect(() => {
    if (held || gone) return;
    const timer = setTimeout(() => {
      setGone(true);
      onGone?.();
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, gone, seconds, onGone]);

  return (
    <div
      className={toast}
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {gone ? null : <span>{children}</span>}
      {undo && !gone ? (
        <form
          action={async () => {
            await undo.action();
            setGone(true);
            onGone?.();
          }}
        >
          <button
            type="submit"
            className="min-h-8 cursor-pointer px-1 font-semibold underline underline-offset-3 focus-visible:outline-paper max-desk:min-h-11 portal:min-h-12"
          >
            {undo.label ?? "Undo"}
          </button>
        </form>
      ) : null}
    </div>
  );
}
