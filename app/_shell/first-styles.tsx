"use client";

import { useServerInsertedHTML } from "next/navigation";
import { useRef } from "react";
import styles from "../first-paint.text.css";

/** The styles of a first paint stand in the page itself: a slow phone asks once before it shows anything, not twice. */
export function FirstStyles({ nonce }: { nonce: string }) {
  const isWritten = useRef(false);
  useServerInsertedHTML(() => {
    if (isWritten.current) return null;
    isWritten.current = true;
    return <style nonce={nonce}>{styles}</style>;
  });
  return null;
}
