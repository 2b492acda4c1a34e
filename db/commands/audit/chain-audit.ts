import { and, asc, desc, eq, gt, notExists, sql } from "drizzle-orm";
import { chainedEntry, linkHash } from "@/db/audit-chain";
import type { SystemActor } from "@/lib/actor";
import { auditEntry, auditLink } from "../../schema/audit";
import type { Scope } from "../../scope";

/** Links made in one transaction. */
const atOnce = 2000;
/** How far back a round looks for an entry that committed late. Whatever is older is found by the daily check. */
const LATE_DAYS = 1;

/**
 * Puts the entries that no link holds yet at the end of the chain of this practice. Two workers do it one after the other.
 * Answers how many; as many as `atOnce` mean that more may wait. `all` looks through everything.
 */
export async function chainAudit({ actor, tx, now }: Scope<SystemActor>, { all = false } = {}): Promise<number> {
  const { practiceId } = actor;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${practiceId}`}, 0))`);
  const [head] = await tx
    .select({ number: auditLink.number, hash: auditLink.hash, at: auditEntry.at })
    .from(auditLink)
    .innerJoin(auditEntry, and(eq(auditEntry.practiceId, auditLink.practiceId), eq(auditEntry.id, auditLink.id)))
    .where(eq(auditLink.practiceId, practiceId))
    .orderBy(desc(auditLink.number))
    .limit(1);
  const since = head && !all ? new Date(head.at.getTime() - LATE_DAYS * 86_400_000) : null;
  const linked = tx
    .select({ one: sql`1` })
    .from(auditLink)
    .where(and(eq(auditLink.practiceId, auditEntry.practiceId), eq(auditLink.id, auditEntry.id)));
  const entries = await tx
    .select(chainedEntry)
    .from(auditEntry)
    .where(and(eq(auditEntry.practiceId, practiceId), since ? gt(auditEntry.at, since) : undefined, notExists(linked)))
    .orderBy(asc(auditEntry.at), asc(auditEntry.id))
    .limit(atOnce);
  let { number, hash } = head ?? { number: 0, hash: "" };
  const links = entries.map((entry) => {
    number += 1;
    hash = linkHash(hash, number, entry);
    return { practiceId, id: entry.id, number, hash, linkedAt: now };
  });
  if (links.length > 0) await tx.insert(auditLink).values(links);
  return links.length;
}

/** Everything that waits, in as many transactions as `run` opens. */
export async function chainWhole(run: () => Promise<number>): Promise<number> {
  const made = await run();
  return made < atOnce ? made : made + (await chainWhole(run));
}
