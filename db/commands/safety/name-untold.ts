import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { safetyUntold } from "../../schema/safety";
import type { Scope } from "../../scope";
import { lockColleague } from "../identity/colleague";
import { lockClient } from "./lock-client";

type Untold = { clientId: string; accountId: string; decision: "named" | "lifted" };

/**
 * A colleague who is never told about this client: no letter, not on the escalation order, and the client is not among theirs. The
 * therapist who is responsible cannot be named: somebody has to be.
 */
export async function decideUntold(scope: Scope<StaffActor>, { clientId, accountId, decision }: Untold): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.handle");
  const { therapistId, mayChange } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner names who is never told.");
  await lockColleague(scope, accountId);
  if (accountId === therapistId)
    throw new Refused("The therapist is responsible for this client. Another therapist has to be chosen first.");
  const pair = and(
    eq(safetyUntold.practiceId, actor.practiceId),
    eq(safetyUntold.clientId, clientId),
    eq(safetyUntold.accountId, accountId),
  );
  const [newest] = await tx
    .select({ decision: safetyUntold.decision, at: safetyUntold.decidedAt })
    .from(safetyUntold)
    .where(pair)
    .orderBy(desc(safetyUntold.decidedAt))
    .limit(1);
  if ((newest?.decision ?? "lifted") === decision) return;
  const id = randomUUID();
  await tx.insert(safetyUntold).values({
    ...{ practiceId: actor.practiceId, id, clientId, accountId, decision, decidedBy: actor.accountId },
    decidedAt: afterAll(newest ? [newest.at] : [], now),
  });
  await recordAudit(scope, `safety.untold-${decision}`, { id, clientId });
}
