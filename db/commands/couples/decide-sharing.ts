import { randomUUID } from "node:crypto";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getOwnCouple } from "@/db/queries/couples/own-couple";
import { shareDecisionsOf } from "@/db/queries/couples/share-decisions";
import type { ClientActor } from "@/lib/actor";
import type { SharingForm } from "@/lib/couples/couple-forms";
import { chosenItems } from "@/lib/couples/share-decisions";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { waitingSentence } from "@/lib/safety/waiting-sentence";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { shareDecision } from "../../schema/couples";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";

/**
 * Lets the partner see items of one's own from the next practice week on, or stops it from then on. Sharing needs the link that was looked
 * at and a clear gate, and is otherwise refused with one sentence; stopping is never refused, and nobody is told.
 */
export async function decideSharing(
  scope: Scope<ClientActor>,
  { coupleId, decision, "items[]": items }: SharingForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const own = await getOwnCouple(scope);
  if (own?.id !== coupleId || (decision === "shared" && !own.isOpen)) {
    if (decision === "withdrawn") return;
    throw new Refused(waitingSentence((await getOwnPeople(scope)).therapistName));
  }
  const earlier = await shareDecisionsOf(scope, coupleId, actor.clientId);
  const standing = chosenItems(earlier);
  const decidedAt = afterAll(
    earlier.map((one) => one.decidedAt),
    now,
  );
  for (const item of items) {
    if (standing.includes(item) === (decision === "shared")) continue;
    const id = randomUUID();
    await tx.insert(shareDecision).values({
      practiceId: actor.practiceId,
      id,
      coupleId,
      clientId: actor.clientId,
      item,
      decision,
      decidedBy: actor.accountId,
      decidedAt,
    });
    await recordAudit(scope, `couples.${decision}`, { id, clientId: actor.clientId });
  }
}
