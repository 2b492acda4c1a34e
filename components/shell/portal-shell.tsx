import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { PlaceLink } from "@/components/shell/place-link";
import { SkipLink } from "@/components/ui/skip-link";

type Props = {
  home: Route;
  nav: readonly { href: Route; label: string }[];
  /** The "Leave quickly" button; it is on every page, so it is required. */
  leave: ReactNode;
  /** The same in the place of the skip link, for a keyboard. */
  leaveAtOnce: ReactNode;
  /** Reading pages are narrow; Today has a side column. */
  layout?: "narrow" | "with-side";
  children: ReactNode;
};

export function PortalShell({ home, nav, leave, leaveAtOnce, layout = "narrow", children }: Props) {
  return (
    <div className="portal">
      <SkipLink>Skip to the page</SkipLink>
      {leaveAtOnce}
      <header className="ptop">
        <Link className="brand" href={home} prefetch={false}>
          <Logo width={34} />
          Nearer
        </Link>
        {leave}
      </header>
      <nav className="pnav" aria-label="Main">
        {nav.map((item) => (
          <PlaceLink key={item.href} href={item.href} exact={item.href === home}>
            {item.label}
          </PlaceLink>
        ))}
      </nav>
      <main id="main" tabIndex={-1} className={layout}>
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
    <section className="pause-box">
      <h2>{title}</h2>
      <p className="sec">{sub}</p>
      <div className="dock">
        <div>{pause}</div>
        <div className="unsafe">{unsafe}</div>
      </div>
    </section>
  );
}
