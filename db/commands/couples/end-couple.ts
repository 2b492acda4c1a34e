import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import type { endLinkForm } from "@/lib/couples/couple-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { leadsCouple } from "../../couple-reach";
import { couple, coupleEndReason } from "../../schema/clients";
import type { Scope } from "../../scope";

const MOST_DAYS_AHEAD = 60;

/**
 * Ends a link. What each could see of the other's data stops at once, and both pages read as in own steps until the day agreed
 * with each alone. Both gates wait for the clinician: the people may still be a couple, and an ended link opens nothing.
 */
export async function endCouple(
  scope: Scope<StaffActor>,
  { coupleId, reason, shownOn }: z.infer<typeof endLinkForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "couples.link");
  const [found] = await tx
    .select({ first: couple.firstClientId, second: couple.secondClientId, zone: couple.zone })
    .from(couple)
    .where(and(leadsCouple(scope), eq(couple.id, coupleId)))
    .for("update", { of: couple });
  if (!found) throw new NotFound();
  const today = localDate(now, found.zone);
  if (shownOn < today || shownOn > addDays(today, MOST_DAYS_AHEAD))
    throw new Refused("Agree a day between today and two months from now.", {
      shownOn: "Agree a day between today and two months from now.",
    });
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
}
