import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { afterAll } from "@/lib/time/monotonic-instant";
import { accessDecision, accessDecisionReason } from "../../schema/identity";
import type { Scope } from "../../scope";
import { withdrawLinks } from "./create-invitation";
import { revokeSessions } from "./revoke-sessions";

type Kept = { accountId: string; decision: "withdrawn" | "restored"; reason: string };

/** Access taken or given back, as a row. Taken, every sign-in and every link of theirs is over. The caller has locked the person. */
export async function keepAccess(scope: Scope<StaffActor>, { accountId, decision, reason }: Kept): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const id = randomUUID();
  const earlier = await tx
    .select({ at: accessDecision.decidedAt })
    .from(accessDecision)
    .where(and(eq(accessDecision.practiceId, practiceId), eq(accessDecision.accountId, accountId)))
    .orderBy(desc(accessDecision.decidedAt))
    .limit(1);
  await tx.insert(accessDecision).values({
    ...{ practiceId, id, accountId, decision, decidedBy: actor.accountId },
    decidedAt: afterAll(
      earlier.map(({ at }) => at),
      now,
    ),
    reasonSealed: accessDecisionReason.seal(reason, { practiceId, id }),
  });
  if (decision === "restored") return;
  await withdrawLinks(scope, accountId);
  await revokeSessions(scope, accountId, "access");
}
