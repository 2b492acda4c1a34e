import { and, asc, eq, sql } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { type SharedSpan, type StandingShare, sharedSpans, standingShares } from "@/lib/domain/couples/share-decisions";
import { isDimensionItem, type ShareItem, shareItems } from "@/lib/domain/couples/share-items";
import { nothingShared, type SharedView } from "@/lib/domain/couples/shared-scores";
import { client, couple } from "../schema/clients";
import { shareDecision } from "../schema/couples";
import { account } from "../schema/identity";
import type { Scope } from "../scope";
import { getOwnCouple } from "./own-couple";
import { shareDecisionsOf } from "./share-decisions";
import { sharedViewOf } from "./shared-view";

/** One line of a person's own ledger: what, to whom, from when, until when. */
export type LedgerLine = SharedSpan & { to: string };

export type OwnSharing = {
  /** The link that stands, whether sharing is open or not: stopping is always possible. */
  couple: { id: string; partnerName: string } | null;
  /** False without a link, and while the worse of the two gates is not clear. The page says one sentence for all of it. */
  isOpen: boolean;
  standing: StandingShare[];
  /** What the partner sees at this moment. */
  view: SharedView;
  /** What could be shared as well. */
  choices: ShareItem[];
  ledger: LedgerLine[];
};

/** What the person who asks lets their partner see, and everything they ever decided about it. */
export async function getOwnSharing(scope: Scope<ClientActor>): Promise<OwnSharing> {
  const { actor } = scope;
  const own = await getOwnCouple(scope);
  const standing = own ? standingShares(await shareDecisionsOf(scope, own.id, actor.clientId)) : [];
  const items = standing.map(({ item }) => item);
  const isOpen = own?.isOpen ?? false;
  return {
    couple: own && { id: own.id, partnerName: own.partnerName },
    isOpen,
    standing,
    view: isOpen ? await sharedViewOf(scope, actor.clientId, items) : nothingShared,
    choices: isOpen ? shareItems.filter((item) => !items.includes(item)) : [],
    ledger: await ledgerOf(scope),
  };
}

export type SharePreview = {
  couple: { id: string; partnerName: string };
  /** What would be shared besides, of what was chosen. */
  items: ShareItem[];
  /** The partner's page as it would be: what is shared already and what was chosen. */
  view: SharedView;
  /** Chosen, and there is nothing to draw yet. */
  notYet: ShareItem[];
};

/** Exactly what the partner would see; null while sharing is closed, for whatever reason. */
export async function getSharePreview(
  scope: Scope<ClientActor>,
  chosen: readonly ShareItem[],
): Promise<SharePreview | null> {
  const { actor } = scope;
  const own = await getOwnCouple(scope);
  if (!own?.isOpen) return null;
  const standing = standingShares(await shareDecisionsOf(scope, own.id, actor.clientId)).map(({ item }) => item);
  const view = await sharedViewOf(scope, actor.clientId, [...standing, ...chosen]);
  const items = chosen.filter((item) => !standing.includes(item));
  return {
    couple: { id: own.id, partnerName: own.partnerName },
    items,
    view,
    notYet: items.filter((item) => !isDrawn(view, item)),
  };
}

function isDrawn({ connection, practice, dimensions }: SharedView, item: ShareItem): boolean {
  if (!isDimensionItem(item)) return (item === "connection-weeks" ? connection : practice).length > 0;
  const row = dimensions?.rows.find(({ dimension }) => item.startsWith(dimension));
  return row !== undefined && (item.endsWith("-now") ? row.now : row.wished) !== null;
}

/** Over all links, the standing one and those that ended; an end of the link ends what was shared in it. */
async function ledgerOf({ actor, tx }: Scope<ClientActor>): Promise<LedgerLine[]> {
  const rows = await tx
    .select({
      coupleId: couple.id,
      endedAt: couple.endedAt,
      to: sql<string>`(select a.name from ${client} c join ${account} a
        on a.practice_id = c.practice_id and a.id = c.account_id where c.practice_id = ${couple.practiceId}
          and c.id in (${couple.firstClientId}, ${couple.secondClientId}) and c.id <> ${shareDecision.clientId})`,
      item: shareDecision.item,
      decision: shareDecision.decision,
      decidedAt: shareDecision.decidedAt,
    })
    .from(shareDecision)
    .innerJoin(couple, and(eq(couple.practiceId, shareDecision.practiceId), eq(couple.id, shareDecision.coupleId)))
    .where(and(eq(shareDecision.practiceId, actor.practiceId), eq(shareDecision.clientId, actor.clientId)))
    .orderBy(asc(shareDecision.decidedAt));
  return [...new Set(rows.map(({ coupleId }) => coupleId))]
    .flatMap((id) => {
      const own = rows.filter(({ coupleId }) => coupleId === id);
      return sharedSpans(own).map((span) => ({
        ...span,
        withdrawnAt: span.withdrawnAt ?? own[0]?.endedAt ?? null,
        to: own[0]?.to ?? "",
      }));
    })
    .sort((a, b) => b.sharedAt.getTime() - a.sharedAt.getTime());
}
