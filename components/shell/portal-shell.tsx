"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { asPortal } from "@/components/shell/as-portal";
import { brand } from "@/components/shell/brand";
import { Logo } from "@/components/shell/logo";
import { SkipLink } from "@/components/ui/skip-link";

type Props = {
  home: Route;
  /** The places; none where there is nowhere else to go. */
  nav: ReactNode;
  /** The "Leave quickly" button; it is on every page, so it is required. */
  leave: ReactNode;
  /** The same in the place of the skip link, for a keyboard. */
  leaveAtOnce: ReactNode;
  /** Reading pages are narrow; Today has a side column. */
  layout?: "narrow" | "with-side";
  children: ReactNode;
};

const main = [
  "mx-auto grid grid-cols-1 gap-9 px-[var(--gut)] pt-6 pb-16 has-data-dock:pb-[calc(80px+4.5rem)] squat:pb-16!",
  "desk:gap-x-18 desk:gap-y-10 desk:pt-12 print:block print:max-w-none print:p-0!",
].join(" ");

/** Reading pages are narrow; Today has a side column. */
const layouts = { narrow: "max-w-180", "with-side": "max-w-280 desk:grid-cols-[minmax(0,1fr)_340px]" };

export function PortalShell({ home, nav, leave, leaveAtOnce, layout = "narrow", children }: Props) {
  return (
    <div {...asPortal()}>
      <SkipLink>Skip to the page</SkipLink>
      {leaveAtOnce}
      <header className="look-top">
        <a className={`${brand} gap-x-2.25 text-section max-desk:squat:in-[:has([data-dock])]:invisible`} href={home}>
          <Logo width={34} />
          Nearer
        </a>
        {leave}
      </header>
      <nav className="look-nav" aria-label="Main">
        {nav}
      </nav>
      <main id="main" tabIndex={-1} className={`${main} ${layouts[layout]}`}>
        {children}
      </main>
    </div>
  );
}

/** Docked at the bottom of a small screen, at the top of the side column on a large one. */
export function PauseBox({
  title,
  sub,
  pause,
  unsafe,
}: {
  title: string;
  sub: string;
  pause: ReactNode;
  unsafe: ReactNode;
}) {
  return (
    <section className="max-desk:contents desk:border-t-[1.5px] desk:border-ink desk:pt-4">
      <h2 className="max-desk:hidden">{title}</h2>
      <p className="mt-1 mb-3.5 text-ink-2 max-desk:hidden">{sub}</p>
      <div className="look-dock" data-dock>
        <div className="max-w-full flex-[1_0_auto] desk:flex-none">{pause}</div>
        <div className="look-in-row max-w-full flex-none desk:self-start">{unsafe}</div>
      </div>
    </section>
  );
}
