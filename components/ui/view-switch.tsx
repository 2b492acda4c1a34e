import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export type View = { href: Route; label: ReactNode; current: boolean };

const viewLink = [
  "flex min-h-9.5 items-center gap-1.5 px-3.5 py-1 text-ink-2 no-underline -outline-offset-3 hover:bg-sunken max-desk:min-h-11",
  "not-first:border-l not-first:border-line in-[search]:on-screen:max-desk:not-first:border-l-0",
  "in-[search]:on-screen:max-desk:flex-auto in-[search]:on-screen:max-desk:justify-center in-[search]:on-screen:max-desk:px-2",
  "current:bg-ink current:font-semibold current:text-paper current:hover:bg-ink current:focus-visible:outline-paper",
  "forced-colors:current:forced-color-adjust-none forced-colors:current:bg-[SelectedItem] forced-colors:current:text-[SelectedItemText]",
].join(" ");

/** Views of one page as links, so the choice lives in the address. */
export function ViewSwitch({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav
      className="inline-flex max-w-full flex-wrap overflow-hidden rounded-control border border-edge bg-surface in-[search]:on-screen:max-desk:w-full print:hidden"
      aria-label={label}
    >
      {views.map((view) => (
        <Link
          className={viewLink}
          key={view.href}
          href={view.href}
          aria-current={view.current ? "true" : undefined}
          prefetch={false}
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
