import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { currentLimits } from "@/db/queries/clients/consent";
import { getOwnErasure } from "@/db/queries/clients/erasure";
import { escalationPeopleOf } from "@/db/queries/safety/escalation-order";
import type { ClientActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { consentText } from "@/lib/identity/consent-text";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { consent } from "../../schema/clients";
import type { Scope } from "../../scope";
import { markLeavingRead } from "../identity/mark-leaving-read";
import { queueLetter } from "../letters/queue-letter";
import { beginIfArrived } from "../protocol/begin-weeks";
import { lockOwnRow } from "./lock-client-row";
import { noteActivity } from "./note-activity";

/** Records that this person agreed to this version, when. Agreeing twice adds nothing. */
export async function agreeToConsent(
  scope: Scope<ClientActor>,
  { version, limits }: { version: number; limits: number },
): Promise<void> {
  authorize(scope.actor, "portal.use");
  if (version !== consentText.version || limits !== (await currentLimits(scope)).version)
    throw new Refused("The text has changed since you opened it. Please read it once more.");
  const newest = await lockNewest(scope);
  if ((await getOwnErasure(scope)).is !== "none")
    throw new Refused("You asked for your data to be erased. Take that back first, under Your data.");
  if (newest?.decision === "agreed" && newest.version === version && newest.limitsVersion === limits) return;
  await decide(scope, "agreed", { version, limitsVersion: limits }, newest);
  await noteActivity(scope, "accepted");
  await markLeavingRead(scope);
}

/**
 * From the next request on the portal shows the consent page again, and the numbers. Whoever is responsible learns of it
 * at once. It closes no event and does not disarm “I don’t feel safe”.
 */
export async function withdrawConsent(scope: Scope<ClientActor>): Promise<void> {
  const id = await endAgreement(scope);
  if (!id) return;
  const people = await escalationPeopleOf(scope, scope.actor.clientId);
  for (const { accountId } of people.filter(({ level }) => level === people[0]?.level))
    await queueLetter(scope, { accountId, about: { kind: "consent-withdrawn", id } });
}

/** The row with which the agreement ends, for whoever tells somebody of it; null where there is none to end. */
export async function endAgreement(scope: Scope<ClientActor>): Promise<string | null> {
  authorize(scope.actor, "portal.use");
  const newest = await lockNewest(scope);
  return newest?.decision === "agreed" ? decide(scope, "withdrawn", newest, newest) : null;
}

/** What the person decided last, and the person held: of two answers at once the second sees the first. */
async function lockNewest(scope: Scope<ClientActor>) {
  const { actor, tx } = scope;
  await lockOwnRow(scope);
  const [newest] = await tx
    .select({
      decision: consent.decision,
      version: consent.version,
      limitsVersion: consent.limitsVersion,
      at: consent.decidedAt,
    })
    .from(consent)
    .where(and(eq(consent.practiceId, actor.practiceId), eq(consent.clientId, actor.clientId)))
    .orderBy(desc(consent.decidedAt))
    .limit(1);
  return newest;
}

async function decide(
  scope: Scope<ClientActor>,
  decision: "agreed" | "withdrawn",
  { version, limitsVersion }: { version: number; limitsVersion: number | null },
  newest: { at: Date } | undefined,
): Promise<string> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(consent).values({
    practiceId: actor.practiceId,
    id,
    clientId: actor.clientId,
    document: "portal",
    version,
    limitsVersion,
    decision,
    decidedAt: afterAll(newest ? [newest.at] : [], now),
  });
  await recordAudit(scope, `clients.consent-${decision}`, { id, clientId: actor.clientId });
  await beginIfArrived(scope, actor.clientId);
  return id;
}
