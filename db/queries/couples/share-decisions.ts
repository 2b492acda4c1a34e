import { and, asc, eq, lte, or, sql } from "drizzle-orm";
import { consent } from "@/db/schema/clients";
import { shareDecision } from "@/db/schema/couples";
import type { Scope } from "@/db/scope";
import type { Actor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type ShareDecision, shownItems } from "@/lib/couples/share-decisions";
import type { ShareItem } from "@/lib/couples/share-items";

/** Every decision of one person within one link, oldest first. The caller has looked the link up in scope. */
export async function shareDecisionsOf<A extends Actor>(
  { actor, tx }: Scope<A>,
  coupleId: string,
  clientId: string,
): Promise<ShareDecision[]> {
  return tx
    .select({
      item: shareDecision.item,
      decision: shareDecision.decision,
      decidedAt: shareDecision.decidedAt,
      heldAtOnce: shareDecision.heldAtOnce,
    })
    .from(shareDecision)
    .where(
      and(
        eq(shareDecision.practiceId, actor.practiceId),
        eq(shareDecision.coupleId, coupleId),
        eq(shareDecision.clientId, clientId),
      ),
    )
    .orderBy(asc(shareDecision.decidedAt), asc(shareDecision.item), asc(shareDecision.decision));
}

/**
 * Every decision, and what a person lets their partner see in the practice week that began at `began`. Nothing when they
 * had taken back their agreement to use the portal by then: taking it back shows where a week begins, as stopping does.
 * What was taken back while that held at once stays back: an upgrade in mid-week shows nothing again.
 */
export async function sharingOf<A extends Actor>(
  scope: Scope<A>,
  { coupleId, clientId, began }: { coupleId: string; clientId: string; began: Date },
): Promise<{ decisions: ShareDecision[]; items: ShareItem[] }> {
  const { actor, tx } = scope;
  const counts = or(lte(consent.decidedAt, began), and(consent.heldAtOnce, eq(consent.decision, "withdrawn")));
  const { decisions, agreements } = await atOnce({
    decisions: shareDecisionsOf(scope, coupleId, clientId),
    agreements: tx
      .select({ decision: consent.decision })
      .from(consent)
      .where(and(eq(consent.practiceId, actor.practiceId), eq(consent.clientId, clientId), counts))
      .orderBy(sql`${consent.decidedAt} desc`, sql`${consent.decision} desc`)
      .limit(1),
  });
  return { decisions, items: agreements[0]?.decision === "agreed" ? shownItems(decisions, began) : [] };
}

export const sharedItemsOf = async <A extends Actor>(
  scope: Scope<A>,
  which: { coupleId: string; clientId: string; began: Date },
): Promise<ShareItem[]> => (await sharingOf(scope, which)).items;
