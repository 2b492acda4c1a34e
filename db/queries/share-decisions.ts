import { and, asc, eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import { type ShareDecision, standingShares } from "@/lib/domain/couples/share-decisions";
import type { ShareItem } from "@/lib/domain/couples/share-items";
import { consent } from "../schema/clients";
import { shareDecision } from "../schema/couples";
import type { Scope } from "../scope";

/** Every decision of one person within one link, oldest first. The caller has looked the link up in scope. */
export async function shareDecisionsOf<A extends Actor>(
  { actor, tx }: Scope<A>,
  coupleId: string,
  clientId: string,
): Promise<ShareDecision[]> {
  return tx
    .select({ item: shareDecision.item, decision: shareDecision.decision, decidedAt: shareDecision.decidedAt })
    .from(shareDecision)
    .where(
      and(
        eq(shareDecision.practiceId, actor.practiceId),
        eq(shareDecision.coupleId, coupleId),
        eq(shareDecision.clientId, clientId),
      ),
    )
    .orderBy(asc(shareDecision.decidedAt));
}

/**
 * Every decision, and what a person lets their partner see at this moment. Nothing while they have taken back their
 * agreement to use the portal: then they could not reach the page on which sharing is stopped.
 */
export async function sharingOf<A extends Actor>(
  scope: Scope<A>,
  coupleId: string,
  clientId: string,
): Promise<{ decisions: ShareDecision[]; items: ShareItem[] }> {
  const { actor, tx } = scope;
  const decisions = await shareDecisionsOf(scope, coupleId, clientId);
  const [latest] = await tx
    .select({ decision: consent.decision })
    .from(consent)
    .where(and(eq(consent.practiceId, actor.practiceId), eq(consent.clientId, clientId)))
    .orderBy(sql`${consent.decidedAt} desc`, sql`${consent.decision} desc`)
    .limit(1);
  const items = latest?.decision === "agreed" ? standingShares(decisions).map(({ item }) => item) : [];
  return { decisions, items };
}

export const sharedItemsOf = async <A extends Actor>(
  scope: Scope<A>,
  coupleId: string,
  clientId: string,
): Promise<ShareItem[]> => (await sharingOf(scope, coupleId, clientId)).items;
