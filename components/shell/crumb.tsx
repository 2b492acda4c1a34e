import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";

/** The way back up. */
export function Crumb({ href, children }: { href: Route; children: string }) {
  return (
    <Link
      data-crumb
      className="inline-flex gap-1.5 mb-1.5 py-0.75 items-center text-ink-2 text-small no-underline hover:text-ink hover:underline max-desk:-mt-2.5 max-desk:mb-0 max-desk:mx-0 max-desk:min-h-11 print:hidden"
      href={href}
      prefetch={false}
    >
      <Icon name="back" small />
      {children}
    </Link>
  );
}
