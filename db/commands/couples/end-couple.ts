import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { recordAudit } from "../../audit";
import { reachesBoth } from "../../couple-reach";
import { couple } from "../../schema/clients";
import type { Scope } from "../../scope";

/** Ends a link: nothing of the one is seen by the other from the next page on, and a later link starts with nothing. */
export async function endCouple(scope: Scope<StaffActor>, { coupleId }: { coupleId: string }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "couples.link");
  const [ended] = await tx
    .update(couple)
    .set({ endedAt: now, endedBy: actor.accountId })
    .where(and(reachesBoth(scope, "change"), eq(couple.id, coupleId)))
    .returning({ first: couple.firstClientId, second: couple.secondClientId });
  if (!ended) throw new NotFound();
  for (const clientId of [ended.first, ended.second])
    await recordAudit(scope, "couples.ended", { id: coupleId, clientId });
}
