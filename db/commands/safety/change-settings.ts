import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import type { PracticeContacts } from "@/lib/safety/region-contacts";
import { recordAudit } from "../../audit";
import { crisisContactList, safetySetting } from "../../schema/safety";
import type { Scope } from "../../scope";

/** How many minutes an event waits before the next person is asked. */
export async function setEscalation(scope: Scope<StaffActor>, { minutes }: { minutes: number }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const id = randomUUID();
  await tx.insert(safetySetting).values({
    practiceId: actor.practiceId,
    id,
    escalationMinutes: minutes,
    setBy: actor.accountId,
    setAt: now,
  });
  await recordAudit(scope, "safety.escalation-set", { id });
}

/** The practice's own copy of a country's contacts; null gives the numbers that ship back. */
export async function setCrisisContacts(
  scope: Scope<StaffActor>,
  { country, contacts }: { country: string; contacts: PracticeContacts | null },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const id = randomUUID();
  await tx
    .insert(crisisContactList)
    .values({ practiceId: actor.practiceId, id, country, contacts, setBy: actor.accountId, setAt: now });
  await recordAudit(scope, "safety.contacts-set", { id });
}
