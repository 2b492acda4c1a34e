import { and, asc, count, desc, eq, gt, lt, notExists, sql } from "drizzle-orm";
import { type ChainedEntry, chainedEntry, linkHash } from "@/db/audit-chain";
import { auditCheck, auditEntry, auditLink } from "@/db/schema/audit";
import type { Scope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";

export type Head = { number: number; hash: string };

/** The newest link of this practice; null before the first. */
export async function chainHead({ actor, tx }: Scope): Promise<Head | null> {
  const [head] = await tx
    .select({ number: auditLink.number, hash: auditLink.hash })
    .from(auditLink)
    .where(eq(auditLink.practiceId, actor.practiceId))
    .orderBy(desc(auditLink.number))
    .limit(1);
  return head ?? null;
}

export type Verified = { entries: number; head: Head | null; fault: string | null };

/** Rows read at once. */
const atOnce = 5000;
/** An entry is linked within a minute. */
const WAITS_MS = 2 * 60_000;

/** Walks the chain from its first link to its last, beside what was anchored outside of the database. */
export async function verifyChain(scope: Scope<SystemActor>, anchors: readonly Head[]): Promise<Verified> {
  const anchored = new Map(anchors.map(({ number, hash }) => [number, hash]));
  let head: Head | null = null;
  let entries = 0;
  for (;;) {
    const rows = await linksAfter(scope, entries);
    for (const { number, hash, entry } of rows) {
      entries += 1;
      const fault = faultOf({ number, hash, entry }, entries, head?.hash ?? "", anchored);
      if (fault) return { entries, head, fault };
      head = { number, hash };
    }
    if (rows.length < atOnce) break;
  }
  const cut = anchors.find(({ number }) => number > entries);
  if (cut) return { entries, head, fault: `The chain ends at ${entries}, and number ${cut.number} was anchored.` };
  const waiting = await unlinked(scope);
  return { entries, head, fault: waiting > 0 ? `${waiting} of the entries are in no chain.` : null };
}

type Link = Head & { entry: ChainedEntry };

function faultOf(link: Link, expected: number, before: string, anchored: ReadonlyMap<number, string>): string | null {
  if (link.number !== expected) return `Number ${expected} is missing.`;
  if (linkHash(before, link.number, link.entry) !== link.hash) return `Number ${link.number} was changed.`;
  const outside = anchored.get(link.number);
  if (outside !== undefined && outside !== link.hash)
    return `Number ${link.number} is not what was anchored: the chain was written anew.`;
  return null;
}

function linksAfter({ actor, tx }: Scope<SystemActor>, number: number): Promise<Link[]> {
  return tx
    .select({ number: auditLink.number, hash: auditLink.hash, entry: chainedEntry })
    .from(auditLink)
    .innerJoin(auditEntry, and(eq(auditEntry.practiceId, auditLink.practiceId), eq(auditEntry.id, auditLink.id)))
    .where(and(eq(auditLink.practiceId, actor.practiceId), gt(auditLink.number, number)))
    .orderBy(asc(auditLink.number))
    .limit(atOnce);
}

async function unlinked({ actor, tx, now }: Scope<SystemActor>): Promise<number> {
  const linked = tx
    .select({ one: sql`1` })
    .from(auditLink)
    .where(and(eq(auditLink.practiceId, auditEntry.practiceId), eq(auditLink.id, auditEntry.id)));
  const [row] = await tx
    .select({ count: count() })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.practiceId, actor.practiceId),
        lt(auditEntry.at, new Date(now.getTime() - WAITS_MS)),
        notExists(linked),
      ),
    );
  return row?.count ?? 0;
}

export type LastCheck = { checkedAt: Date; entries: number; fault: string | null };

/** How the chain was found last; null before the first check. */
export async function lastChainCheck({ actor, tx }: Scope): Promise<LastCheck | null> {
  const [row] = await tx
    .select({ checkedAt: auditCheck.checkedAt, entries: auditCheck.entries, fault: auditCheck.fault })
    .from(auditCheck)
    .where(eq(auditCheck.practiceId, actor.practiceId))
    .orderBy(desc(auditCheck.checkedAt))
    .limit(1);
  return row ?? null;
}
