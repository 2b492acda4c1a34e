import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export type View = { href: Route; label: ReactNode; current: boolean };

/** Views of one page as links, so the choice lives in the address. */
export function ViewSwitch({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav className="views" aria-label={label}>
      {views.map((view) => (
        <Link key={view.href} href={view.href} aria-current={view.current ? "true" : undefined} prefetch={false}>
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
