"use client";

import { type ReactNode, useEffect, useState } from "react";

type Props = {
  children: ReactNode;
  /** Offered only where the change can be undone. */
  undo?: { label?: string; action: () => void | Promise<void> } | undefined;
  onGone?: (() => void) | undefined;
  seconds: number;
};

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
      className="toast"
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
          <button type="submit" className="btn">
            {undo.label ?? "Undo"}
          </button>
        </form>
      ) : null}
    </div>
  );
}
