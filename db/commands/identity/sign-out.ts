import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { openSession } from "@/db/queries/identity/session";
import { recordAudit } from "../../audit";
import { session } from "../../schema/identity";
import { inTransaction } from "../../scope";
import { tokenHash } from "./one-time-token";

/** Ends the session of this cookie. A cookie that is already worth nothing is no error. */
export function signOut(pool: Pool, token: string, now: Date): Promise<void> {
  return inTransaction(pool, "read committed", async (tx) => {
    const answer = await openSession(tx, tokenHash(token), now, false);
    if (answer.state !== "live") return;
    const { actor } = answer.session;
    const { rowCount } = await tx
      .update(session)
      .set({ revokedAt: now, revokedFor: "signed-out" })
      .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId), isNull(session.revokedAt)));
    if (rowCount) await recordAudit({ actor, tx, now }, "identity.signed-out", { id: actor.sessionId });
  });
}
