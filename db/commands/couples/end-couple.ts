import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import type { endLinkForm } from "@/lib/couples/couple-forms";
import { shownOnFault } from "@/lib/couples/separation";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { leadsCouple } from "../../couple-reach";
import { couple, coupleEndReason } from "../../schema/clients";
import type { Scope } from "../../scope";

/**
 * Ends a link. What each could see of the other's data stops at once, and both pages read as in own steps until the day agreed
 * with each alone. Both gates wait for the clinician: the people may still be a couple, and an ended link opens nothing.
 */
export async function endCouple(
  scope: Scope<StaffActor>,
  { coupleId, reason, shownOn }: z.infer<typeof endLinkForm>,
): Promise<{ clientId: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "couples.link");
  const [found] = await tx
    .select({ first: couple.firstClientId, second: couple.secondClientId, zone: couple.zone })
    .from(couple)
    .where(and(leadsCouple(scope), eq(couple.id, coupleId)))
    .for("update", { of: couple });
  if (!found) throw new NotFound();
  const today = localDate(now, found.zone);
  const fault = shownOnFault(shownOn, today);
  if (fault) throw new Refused(fault, { shownOn: fault });
  await tx
    .update(couple)
    .set({
      endedAt: now,
      endedBy: actor.accountId,
      endReasonSealed: coupleEndReason.seal(reason, { practiceId: actor.practiceId, id: coupleId }),
      endShownOn: shownOn,
    })
    .where(and(eq(couple.practiceId, actor.practiceId), eq(couple.id, coupleId)));
  for (const clientId of [found.first, found.second])
    await recordAudit(scope, "couples.ended", { id: coupleId, clientId });
  return { clientId: found.first };
}
