"use client";

import type { Route } from "next";
import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";

type Card = { key: string; icon: IconName; title: string; sub: string };

type Props = {
  /** What a card’s key is put behind. */
  base: Route;
  label: string;
  first: readonly Card[];
  more: readonly Card[];
  moreLabel: string;
  chosen: string | null;
};

/** Large links, one of them current; the rarer ones fold away unless one of them is. */
export function CardLinks({ base, label, first, more, moreLabel, chosen }: Props) {
  const card = ({ key, icon, title, sub }: Card) => (
    <Link
      key={key}
      className="look-button look-card"
      data-look="outline"
      href={`${base}${key}` as Route}
      scroll={false}
      prefetch={false}
      aria-current={key === chosen ? "true" : undefined}
    >
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <small>{sub}</small>
      </span>
    </Link>
  );
  return (
    <nav
      className="grid gap-2.5 [&_:is(b,small)]:block [&_small]:text-small [&_small]:font-normal [&_small]:text-ink-2 print:hidden"
      aria-label={label}
    >
      {first.map(card)}
      {more.length > 0 ? (
        <details open={more.some(({ key }) => key === chosen)}>
          <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
            {moreLabel}
          </summary>
          <div className="grid gap-2.5">{more.map(card)}</div>
        </details>
      ) : null}
    </nav>
  );
}
