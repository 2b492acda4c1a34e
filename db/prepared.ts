import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

/** Plans that one connection keeps at the most: each takes memory of the database for as long as it is open. */
export const mostPlans = 120;
/** Texts that are watched for coming again. One with a list in it may never do. */
const mostWatched = 600;
/** Shorter ones are planned in no time. */
const shortest = 400;

type Kept = { names: number; seen: Map<string, "once" | "again"> };

/** On the connection itself: the build has this module more than once, and who opens a connection may be another one. */
const plans = Symbol.for("nearer.plans");
type Keeping = PoolClient & { [plans]?: Kept };

/**
 * From here on this connection keeps the plans of long statements that come again: planning the same one anew was half of what a
 * page waited for. Never where a pooler lends another connection to each transaction: a name means nothing there.
 */
export function keepPlans(connection: Keeping): void {
  connection[plans] = { names: 0, seen: new Map() };
}

/** The name under which the database keeps this statement. Undefined for what is planned anew. */
export function planName(connection: Keeping, text: string): string | undefined {
  const kept = connection[plans];
  if (!kept || text.length < shortest) return undefined;
  const name = createHash("sha256").update(text).digest("base64url");
  const before = kept.seen.get(name);
  if (before === "again") return name;
  const hasRoom = before ? kept.names < mostPlans : kept.seen.size < mostWatched;
  if (!hasRoom) return undefined;
  kept.seen.set(name, before ? "again" : "once");
  if (!before) return undefined;
  kept.names += 1;
  return name;
}
