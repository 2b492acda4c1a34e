import { randomUUID } from "node:crypto";
import { getGate } from "@/db/queries/safety/safety-gate";
import { newestCard, newestPlan } from "@/db/queries/safety/safety-reach";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { type ContactCard, cardFault, type SafetyPlan } from "@/lib/safety/contact-card";
import type { LocalDate } from "@/lib/time/local-date";
import { afterAll } from "@/lib/time/monotonic-instant";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { contactCard, contactCardWords, safetyPlan, safetyPlanWords } from "../../schema/reach";
import type { Scope } from "../../scope";
import { lockClient } from "./lock-client";

type Card = { clientId: string; card: ContactCard; confirmedOn: LocalDate };

/** How the client is reached safely, as they said it alone. The form has asked whether they were. */
export async function saveContactCard(scope: Scope<StaffActor>, { clientId, card, confirmedOn }: Card): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.handle");
  const { zone, isErased } = await lockClient(scope, clientId);
  if (isErased) throw new NotFound();
  if (confirmedOn > localDate(now, zone))
    throw new Refused("That day has not come yet.", { confirmedOn: "Write the day on which this was asked." });
  const isStopped = (await getGate(scope, clientId)).state === "stop";
  const fault = cardFault(card, { isStopped });
  if (fault) throw new Refused(fault);
  const { practiceId } = actor;
  const id = randomUUID();
  const newest = await newestCard(scope, clientId);
  await tx.insert(contactCard).values({
    practiceId,
    id,
    clientId,
    cardSealed: contactCardWords.seal(JSON.stringify(card), { practiceId, id }),
    confirmedOn,
    savedBy: actor.accountId,
    savedAt: afterAll(newest ? [newest.savedAt] : [], now),
  });
  await recordAudit(scope, "safety.card-saved", { id, clientId });
}

/** Nothing has changed, asked alone today. What a stop has struck since stays struck. */
export async function confirmContactCard(scope: Scope<StaffActor>, { clientId }: { clientId: string }): Promise<void> {
  authorize(scope.actor, "safety.handle");
  const { zone } = await lockClient(scope, clientId);
  const newest = await newestCard(scope, clientId);
  if (!newest) throw new Refused("There is no card yet to confirm.");
  const card = { ...newest.card, call: newest.call };
  await saveContactCard(scope, { clientId, card, confirmedOn: localDate(scope.now, zone) });
}

export async function saveSafetyPlan(
  scope: Scope<StaffActor>,
  { clientId, plan }: { clientId: string; plan: SafetyPlan },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.handle");
  if ((await lockClient(scope, clientId)).isErased) throw new NotFound();
  const { practiceId } = actor;
  const id = randomUUID();
  const newest = await newestPlan(scope, clientId);
  await tx.insert(safetyPlan).values({
    practiceId,
    id,
    clientId,
    planSealed: safetyPlanWords.seal(JSON.stringify(plan), { practiceId, id }),
    savedBy: actor.accountId,
    savedAt: afterAll(newest ? [newest.savedAt] : [], now),
  });
  await recordAudit(scope, "safety.plan-saved", { id, clientId });
}
