import type { Route } from "next";
import Link from "next/link";

export type Tab = {
  href: Route;
  label: string;
  current: boolean;
  /** Shown only when it needs action. */
  count?: number | undefined;
};

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined} prefetch={false}>
          {tab.label}
          {tab.count ? <span className="count"> {tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
