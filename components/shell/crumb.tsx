import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";

/** The way back up. */
export function Crumb({ href, children }: { href: Route; children: string }) {
  return (
    <Link className="crumb" href={href} prefetch={false}>
      <Icon name="back" small />
      {children}
    </Link>
  );
}
