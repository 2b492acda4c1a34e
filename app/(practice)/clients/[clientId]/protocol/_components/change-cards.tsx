import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { within } from "@/lib/paths";
import type { Offer } from "@/lib/protocol/changes/change-rules";
import { type ChangeKind, changeKinds } from "@/lib/protocol/decision";
import { iconOf } from "./change-views";

type Props = {
  base: Route;
  offer: Offer;
  offered: { first: readonly ChangeKind[]; more: readonly ChangeKind[] };
  chosen: ChangeKind | null;
};

/** What can be decided. Choosing shows the preview below; nothing is decided by it. */
export function ChangeCards({ base, offer, offered, chosen }: Props) {
  const card = (kind: ChangeKind) => (
    <Card key={kind} base={base} words={changeKinds[kind].card(offer)} kind={kind} isChosen={kind === chosen} />
  );
  return (
    <nav className="grid gap-2.5 print:hidden" aria-label="Change the path">
      {offered.first.map(card)}
      {offered.more.length > 0 ? (
        <details className="print:hidden" open={chosen !== null && offered.more.includes(chosen)}>
          <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
            Other changes
          </summary>
          <div className="grid gap-2.5 print:hidden">{offered.more.map(card)}</div>
        </details>
      ) : null}
    </nav>
  );
}

type CardProps = { base: Route; kind: ChangeKind; words: { title: string; sub: string }; isChosen: boolean };

function Card({ base, kind, words: { title, sub }, isChosen }: CardProps) {
  return (
    <Link
      className="look-button look-card"
      data-look="outline"
      href={within(base, `?change=${kind}`)}
      scroll={false}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
    >
      <Icon name={iconOf(kind)} />
      <span>
        <b className="block">{title}</b>
        <span className="block text-ink-2 text-small font-normal">{sub}</span>
      </span>
    </Link>
  );
}
