"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A paragraph that says where something stands. Once that has changed under the reader's hand, the keyboard is there. */
export function FocusOnChange({ mark, children }: { mark: string; children: ReactNode }) {
  const place = useRef<HTMLParagraphElement>(null);
  const before = useRef(mark);
  useEffect(() => {
    if (before.current === mark) return;
    before.current = mark;
    place.current?.focus();
  }, [mark]);
  return (
    <p ref={place} tabIndex={-1}>
      {children}
    </p>
  );
}
