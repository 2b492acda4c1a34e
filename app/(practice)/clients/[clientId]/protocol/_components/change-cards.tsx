import type { Route } from "next";
import { within } from "@/lib/paths";
import type { Offer } from "@/lib/protocol/changes/change-rules";
import { type ChangeKind, changeKinds } from "@/lib/protocol/decision";
import { CardLinks } from "./card-links";
import { iconOf } from "./change-views";

type Props = {
  base: Route;
  offer: Offer;
  offered: { first: readonly ChangeKind[]; more: readonly ChangeKind[] };
  chosen: ChangeKind | null;
};

/** What can be decided. Choosing shows the preview below; nothing is decided by it. */
export function ChangeCards({ base, offer, offered, chosen }: Props) {
  const card = (kind: ChangeKind) => ({ key: kind, icon: iconOf(kind), ...changeKinds[kind].card(offer) });
  return (
    <CardLinks
      base={within(base, "?change=")}
      label="Change the path"
      first={offered.first.map(card)}
      more={offered.more.map(card)}
      moreLabel="Other changes"
      chosen={chosen}
    />
  );
}
