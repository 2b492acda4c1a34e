import { pairsWithin, type ShareItem, shareItems, sideOfItem } from "./share-items";

/** A kept decision of one person about one item. */
export type ShareDecision = {
  item: string;
  decision: "shared" | "withdrawn";
  decidedAt: Date;
  /** Decided while decisions held at once: what was stopped then stays stopped in the middle of a week. */
  heldAtOnce: boolean;
};

/** One line of the ledger: shared at a time, and withdrawn at another or still shared. Old lines name one side. */
export type SharedSpan = { item: string; sharedAt: Date; withdrawnAt: Date | null };

/** One item as its owner reads it: what they chose, and what the partner sees in this practice week. */
export type ShareState = { item: ShareItem; isChosen: boolean; isShown: boolean; since: Date };

/**
 * Every span in which an item was shared, the newest first, from one person's decisions in any order. Deciding the same
 * twice changes nothing; of two decisions at one instant the withdrawal is the later one. Stopping a pair stops its sides.
 */
export function sharedSpans(decisions: readonly ShareDecision[]): SharedSpan[] {
  const spans: SharedSpan[] = [];
  const open = new Map<string, SharedSpan>();
  for (const { item, decision, decidedAt } of [...decisions].sort(inOrder)) {
    if (decision === "shared" && !open.has(item)) {
      const span = { item, sharedAt: decidedAt, withdrawnAt: null };
      open.set(item, span);
      spans.push(span);
    }
    if (decision !== "withdrawn") continue;
    for (const [kept, span] of open) {
      if (kept !== item && sideOfItem(kept)?.dimension !== item) continue;
      span.withdrawnAt = decidedAt;
      open.delete(kept);
    }
  }
  return spans.reverse();
}

const inOrder = (a: ShareDecision, b: ShareDecision): number =>
  a.decidedAt.getTime() - b.decidedAt.getTime() || a.decision.localeCompare(b.decision);

/** What a person chose, in the order of the list, whether or not it shows yet. One side alone is nothing. */
export function chosenItems(decisions: readonly ShareDecision[]): ShareItem[] {
  const open = sharedSpans(decisions).filter(({ withdrawnAt }) => withdrawnAt === null);
  return pairsWithin(open.map(({ item }) => item));
}

/**
 * What the partner sees in the practice week that began at `began`: shown and stopped only where a week begins. What was
 * stopped while that still held at once stays stopped.
 */
export function shownItems(decisions: readonly ShareDecision[], began: Date): ShareItem[] {
  return chosenItems(
    decisions.filter(
      ({ decidedAt, decision, heldAtOnce }) => decidedAt <= began || (heldAtOnce && decision === "withdrawn"),
    ),
  );
}

/** Every item that is chosen, or shown until the week ends, in the order of the list. */
export function shareStates(decisions: readonly ShareDecision[], began: Date): ShareState[] {
  const chosen = chosenItems(decisions);
  const shown = shownItems(decisions, began);
  return shareItems
    .filter((item) => chosen.includes(item) || shown.includes(item))
    .map((item) => ({
      item,
      isChosen: chosen.includes(item),
      isShown: shown.includes(item),
      since: newestOf(item, decisions),
    }));
}

/** When an item was last decided about, by itself or by one of its sides. */
function newestOf(item: ShareItem, decisions: readonly ShareDecision[]): Date {
  const about = decisions.filter((one) => one.item === item || sideOfItem(one.item)?.dimension === item);
  return new Date(Math.max(...about.map(({ decidedAt }) => decidedAt.getTime())));
}

/** What both share, in the order of the list. */
export function sharedByBoth(first: readonly ShareItem[], second: readonly ShareItem[]): ShareItem[] {
  return shareItems.filter((item) => first.includes(item) && second.includes(item));
}
