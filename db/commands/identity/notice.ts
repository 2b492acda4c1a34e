import { createHash, randomUUID } from "node:crypto";
import { and, count, eq, gt, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Actor } from "@/lib/actor";
import { MOST_NOTICED, type NoticedKind } from "@/lib/audit/noticed";
import { describeError, log } from "../../log";
import { account } from "../../schema/identity";
import { noticed } from "../../schema/noticed";
import { type Scope, withScope } from "../../scope";

type Noticed = { kind: NoticedKind; accountId: string; sessionId?: string | undefined; device: string };

/**
 * Keeps what was refused, in a transaction of its own: what it is about was rolled back. An account that nobody has costs the
 * same and leaves nothing, and nobody waits for the disk. Where it cannot be kept, the refusal stands all the same.
 */
export async function notice(pool: Pool, actor: Actor, now: Date, what: Noticed): Promise<void> {
  const { kind, accountId, sessionId, device } = what;
  try {
    const isKnown = await withScope(pool, actor, now, (scope) => keep(scope, what));
    log.info({ kind, device, ...(isKnown && { practiceId: actor.practiceId, accountId, sessionId }) }, "noticed");
  } catch (error) {
    log.warn({ noticed: kind, device, ...describeError(error) }, "could not be kept");
  }
}

async function keep({ actor, tx, now }: Scope, { kind, accountId, sessionId, device }: Noticed): Promise<boolean> {
  const { practiceId } = actor;
  await tx.execute(sql`set local synchronous_commit = off`);
  const lastHour = tx
    .select({ times: count() })
    .from(noticed)
    .where(
      and(
        eq(noticed.practiceId, practiceId),
        eq(noticed.accountId, accountId),
        eq(noticed.kind, kind),
        gt(noticed.at, new Date(now.getTime() - 3_600_000)),
      ),
    );
  const { rowCount } = await tx.execute(sql`
    insert into noticed (practice_id, id, at, kind, account_id, session_mark, device)
    select practice_id, ${randomUUID()}, ${now.toISOString()}::timestamptz, ${kind}, id, ${markOf(sessionId)}, ${device.slice(0, 80)}
    from ${account} where ${account.practiceId} = ${practiceId} and ${account.id} = ${accountId} and (${lastHour}) < ${MOST_NOTICED}`);
  return (rowCount ?? 0) > 0;
}

const markOf = (sessionId: string | undefined) =>
  sessionId ? createHash("sha256").update(sessionId).digest("base64url").slice(0, 22) : null;

const MINUTE_MS = 60_000;
/** Addresses that were told to wait lately, by whoever asked for them: known and unknown ones alike. */
const told = new Map<string, number>();
const MOST_TOLD = 2_000;

/** Whether somebody’s waiting is worth a row: once a minute for one address in one process, or a crowd would write instead of wait. */
export function isFirstInMinute(of: string, at: number): boolean {
  const before = told.get(of);
  if (before !== undefined && at - before < MINUTE_MS) return false;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(of, at);
  return true;
}
