import { and, eq } from "drizzle-orm";
import { lockClientRow } from "@/db/commands/clients/lock-client-row";
import { getLinkFollowUp } from "@/db/queries/couples/link-follow-up";
import type { StaffActor } from "@/lib/actor";
import { followUpFault } from "@/lib/couples/link-follow-up";
import type { FollowUpForm } from "@/lib/couples/link-follow-up-form";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { linkFollowUp, linkFollowUpReason } from "../../schema/link-follow-up";
import type { Scope } from "../../scope";

/** Keeps what was looked after for one person after a link ended, by their own clinician. It changes nobody's pages. */
export async function answerFollowUp(scope: Scope<StaffActor>, form: FollowUpForm): Promise<void> {
  const { actor, tx, now } = scope;
  const { id, clientId, coupleId, item, outcome, reason } = form;
  const { practiceId } = actor;
  authorize(actor, "safety.handle");
  await lockClientRow(scope, eq(client.id, clientId));
  const asked = await getLinkFollowUp(scope, clientId);
  if (asked?.coupleId !== coupleId) throw new NotFound();
  const fault = followUpFault(outcome, reason);
  if (fault) throw new Refused("It is not set aside yet.", { reason: fault });
  const earlier = await tx
    .select({ at: linkFollowUp.answeredAt })
    .from(linkFollowUp)
    .where(and(eq(linkFollowUp.practiceId, practiceId), eq(linkFollowUp.clientId, clientId)));
  const added = await tx
    .insert(linkFollowUp)
    .values({
      ...{ practiceId, id, coupleId, clientId, item, outcome },
      reasonSealed: linkFollowUpReason.sealOrNull(reason, { practiceId, id }),
      answeredBy: actor.accountId,
      answeredAt: afterAll(
        earlier.map(({ at }) => at),
        now,
      ),
    })
    .onConflictDoNothing()
    .returning({ id: linkFollowUp.id });
  if (added.length > 0) await recordAudit(scope, "couples.followed-up", { id, clientId });
}
