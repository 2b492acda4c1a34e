import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { openLocked, openSession } from "@/db/queries/identity/session";
import { recordAudit } from "../../audit";
import { session } from "../../schema/identity";
import { inTransaction } from "../../scope";
import { tokenHash } from "./one-time-token";

/** Ends the session of this cookie, also one that locked itself. A cookie that is already worth nothing is no error. */
export function signOut(pool: Pool, token: string, now: Date): Promise<void> {
  return inTransaction(pool, "read committed", async (tx) => {
    const hash = tokenHash(token);
    const answer = await openSession(tx, hash, now, false);
    const found = answer.state === "live" ? answer.session : await openLocked(tx, hash, now);
    if (!found) return;
    const { actor } = found;
    const { rowCount } = await tx
      .update(session)
      .set({ revokedAt: now, revokedFor: "signed-out" })
      .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId), isNull(session.revokedAt)));
    if (rowCount) await recordAudit({ actor, tx, now }, "identity.signed-out", { id: actor.sessionId });
  });
}
