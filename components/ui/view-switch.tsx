import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export type View = { href: Route; label: ReactNode; current: boolean };

const viewLink = "look-view";

/** Views of one page as links, so the choice lives in the address. */
export function ViewSwitch({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav
      className="inline-flex max-w-full flex-wrap overflow-hidden rounded-control border border-edge bg-surface in-[search]:narrow:w-full print:hidden"
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
