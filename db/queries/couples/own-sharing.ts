import { and, asc, eq } from "drizzle-orm";
import { client, couple } from "@/db/schema/clients";
import { shareDecision } from "@/db/schema/couples";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import {
  chosenItems,
  type SharedSpan,
  type ShareState,
  sharedSpans,
  shareStates,
  shownItems,
} from "@/lib/couples/share-decisions";
import { isDimensionItem, isShownAlone, type ShareItem, shareItems } from "@/lib/couples/share-items";
import { nothingShared, type SharedView } from "@/lib/couples/shared-scores";
import { startOfDayInstant } from "@/lib/time/zone";
import { getOwnCouple, nameOfPartner, type OwnCouple } from "./own-couple";
import { shareDecisionsOf } from "./share-decisions";
import { sharedViewOf } from "./shared-view";

/** One line of a person's own ledger: what, from when, until when, and to whom as long as pages show the link. */
export type LedgerLine = SharedSpan & { to: string | null };

export type OwnSharing = {
  /** The link that pages show, whether sharing is open or not: stopping is always possible. */
  couple: Pick<OwnCouple, "id" | "partnerName" | "changesAt"> | null;
  /** False without a link, and while joint steps are closed. The page says one sentence for all of it. */
  isOpen: boolean;
  /** What is chosen, and what still shows until the practice week ends. */
  states: ShareState[];
  /** What the partner sees in this practice week. */
  view: SharedView;
  /** What could be shared as well. */
  choices: ShareItem[];
  ledger: LedgerLine[];
};

/** What the person who asks lets their partner see, and everything they ever decided about it. */
export async function getOwnSharing(scope: Scope<ClientActor>): Promise<OwnSharing> {
  const { actor } = scope;
  const own = await getOwnCouple(scope);
  const { decisions, ledger } = await atOnce({
    decisions: own ? shareDecisionsOf(scope, own.id, actor.clientId) : [],
    ledger: ledgerOf(scope, own),
  });
  const chosen = chosenItems(decisions);
  const isOpen = own?.isOpen ?? false;
  return {
    couple: own && { id: own.id, partnerName: own.partnerName, changesAt: own.changesAt },
    isOpen,
    states: own ? shareStates(decisions, own.began) : [],
    view: own?.isOpen
      ? await sharedViewOf(scope, actor.clientId, shownItems(decisions, own.began).filter(isShownAlone), own.zone)
      : nothingShared,
    choices: isOpen ? shareItems.filter((item) => !chosen.includes(item)) : [],
    ledger,
  };
}

/** Whether there is anything to look at: somebody to share with, or something that was ever decided. */
export async function hasSharing(scope: Scope<ClientActor>): Promise<boolean> {
  const { actor, tx } = scope;
  const { own, decided } = await atOnce({
    own: getOwnCouple(scope),
    decided: tx
      .select({ id: shareDecision.id })
      .from(shareDecision)
      .where(and(eq(shareDecision.practiceId, actor.practiceId), eq(shareDecision.clientId, actor.clientId)))
      .limit(1),
  });
  return own !== null || decided.length > 0;
}

export type SharePreview = {
  couple: Pick<OwnCouple, "id" | "partnerName" | "changesAt">;
  /** What would be shared besides, of what was chosen. */
  items: ShareItem[];
  /** The partner's page as it would be: what is chosen already and what was ticked now. */
  view: SharedView;
  /** Chosen, and there is nothing to draw yet. */
  notYet: ShareItem[];
};

/** Exactly what the partner would see from the next practice week; null while sharing is closed, for whatever reason. */
export async function getSharePreview(
  scope: Scope<ClientActor>,
  ticked: readonly ShareItem[],
): Promise<SharePreview | null> {
  const { actor } = scope;
  const own = await getOwnCouple(scope);
  if (!own?.isOpen) return null;
  const chosen = chosenItems(await shareDecisionsOf(scope, own.id, actor.clientId));
  const view = await sharedViewOf(scope, actor.clientId, [...chosen, ...ticked].filter(isShownAlone), own.zone);
  const items = ticked.filter((item) => !chosen.includes(item));
  return {
    couple: { id: own.id, partnerName: own.partnerName, changesAt: own.changesAt },
    items,
    view,
    notYet: items.filter((item) => isShownAlone(item) && !isDrawn(view, item)),
  };
}

function isDrawn({ connection, practice, dimensions }: SharedView, item: ShareItem): boolean {
  if (!isDimensionItem(item)) return (item === "connection-weeks" ? connection : practice).length > 0;
  return dimensions?.rows.some(({ dimension }) => dimension === item) ?? false;
}

/**
 * Over all links. An end shows on the agreed day and not before, and from then on no line names the former partner.
 */
async function ledgerOf({ actor, tx }: Scope<ClientActor>, own: OwnCouple | null): Promise<LedgerLine[]> {
  const rows = await tx
    .select({
      coupleId: couple.id,
      endedAt: couple.endedAt,
      endShownOn: couple.endShownOn,
      zone: couple.zone,
      to: nameOfPartner,
      item: shareDecision.item,
      decision: shareDecision.decision,
      decidedAt: shareDecision.decidedAt,
      heldAtOnce: shareDecision.heldAtOnce,
    })
    .from(shareDecision)
    .innerJoin(couple, and(eq(couple.practiceId, shareDecision.practiceId), eq(couple.id, shareDecision.coupleId)))
    .innerJoin(client, and(eq(client.practiceId, shareDecision.practiceId), eq(client.id, shareDecision.clientId)))
    .where(and(eq(shareDecision.practiceId, actor.practiceId), eq(shareDecision.clientId, actor.clientId)))
    .orderBy(asc(shareDecision.decidedAt), asc(shareDecision.item), asc(shareDecision.decision));
  return [...new Set(rows.map(({ coupleId }) => coupleId))]
    .flatMap((id) => {
      const kept = rows.filter(({ coupleId }) => coupleId === id);
      const [one] = kept;
      const isShown = id === own?.id;
      const endShown = one?.endShownOn ? startOfDayInstant(one.endShownOn, one.zone) : (one?.endedAt ?? null);
      return sharedSpans(kept).map((span) => ({
        ...span,
        withdrawnAt: span.withdrawnAt ?? (isShown ? null : endShown),
        to: isShown ? (one?.to ?? null) : null,
      }));
    })
    .sort((a, b) => b.sharedAt.getTime() - a.sharedAt.getTime());
}
