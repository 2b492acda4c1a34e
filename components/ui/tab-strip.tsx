"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = { label: string; className: string; current: string | undefined; children: ReactNode };

/** The strip of tabs: where it is wider than the screen, the one that is open stands in sight. */
export function TabStrip({ label, className, current, children }: Props) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = strip.current;
    const open = current ? nav?.querySelector<HTMLElement>("[aria-current]") : null;
    // The strip alone is moved: `scrollIntoView` would move the page as well.
    if (nav && open) nav.scrollLeft = open.offsetLeft - nav.offsetLeft - (nav.clientWidth - open.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={strip} data-tabs className={className} aria-label={label}>
      {children}
    </nav>
  );
}
