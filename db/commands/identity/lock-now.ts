import { and, eq, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { openSession } from "@/db/queries/identity/session";
import { recordAudit } from "../../audit";
import { session } from "../../schema/identity";
import { inTransaction } from "../../scope";

/**
 * Locks a sign-in of staff at once, as if nothing had happened for too long: it opens again where it was, for whoever shows that
 * they are that person. True where it is locked now. A client's is never locked: theirs ends.
 */
export const lockNow = (pool: Pool, tokenHash: Buffer, now: Date): Promise<boolean> =>
  inTransaction(pool, "read committed", async (tx) => {
    const seen = await openSession(tx, tokenHash, now, false);
    if (seen.state === "locked") return true;
    if (seen.state !== "live") return false;
    const { actor } = seen.session;
    if (actor.kind !== "staff") return false;
    await tx
      .update(session)
      .set({
        lastSeenAt: sql`${now.toISOString()}::timestamptz - (${session.idleSeconds} + 1) * interval '1 second'`,
      })
      .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId), isNull(session.revokedAt)));
    await recordAudit({ actor, tx, now }, "identity.lock-closed", { id: actor.sessionId });
    return true;
  });
