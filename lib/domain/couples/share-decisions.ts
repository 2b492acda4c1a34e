import { isShareItem, type ShareItem, shareItems } from "./share-items";

/** A kept decision of one person about one item. */
export type ShareDecision = { item: string; decision: "shared" | "withdrawn"; decidedAt: Date };

export type StandingShare = { item: ShareItem; since: Date };

/** One line of the ledger: shared at a time, and withdrawn at another or still shared. */
export type SharedSpan = { item: ShareItem; sharedAt: Date; withdrawnAt: Date | null };

/**
 * Every span in which an item was shared, the newest first, from one person's decisions in any order. Deciding the same
 * twice changes nothing; of two decisions at one instant the withdrawal is the later one. Items no longer on the list
 * are left out.
 */
export function sharedSpans(decisions: readonly ShareDecision[]): SharedSpan[] {
  const spans: SharedSpan[] = [];
  const open = new Map<ShareItem, SharedSpan>();
  for (const { item, decision, decidedAt } of [...decisions].sort(inOrder)) {
    if (!isShareItem(item)) continue;
    const standing = open.get(item);
    if (decision === "shared" && !standing) {
      const span = { item, sharedAt: decidedAt, withdrawnAt: null };
      open.set(item, span);
      spans.push(span);
    }
    if (decision === "withdrawn" && standing) {
      standing.withdrawnAt = decidedAt;
      open.delete(item);
    }
  }
  return spans.reverse();
}

const inOrder = (a: ShareDecision, b: ShareDecision): number =>
  a.decidedAt.getTime() - b.decidedAt.getTime() || a.decision.localeCompare(b.decision);

/** What is shared now, in the order of the list, with since when. */
export function standingShares(decisions: readonly ShareDecision[]): StandingShare[] {
  const open = sharedSpans(decisions).filter(({ withdrawnAt }) => withdrawnAt === null);
  return shareItems.flatMap((item) => {
    const span = open.find((one) => one.item === item);
    return span ? [{ item, since: span.sharedAt }] : [];
  });
}

/** What both share, in the order of the list. */
export function sharedByBoth(first: readonly ShareItem[], second: readonly ShareItem[]): ShareItem[] {
  return shareItems.filter((item) => first.includes(item) && second.includes(item));
}
