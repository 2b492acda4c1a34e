import { randomUUID } from "node:crypto";
import type { ClientActor } from "@/lib/domain/actor";
import { Refused } from "@/lib/domain/errors";
import { consentText } from "@/lib/domain/identity/consent-text";
import { authorize } from "@/lib/domain/policy";
import { recordAudit } from "../../audit";
import { consent } from "../../schema/clients";
import type { Scope } from "../../scope";
import { noteActivity } from "./note-activity";

/** Records that this person agreed to this version, when. Agreeing twice adds nothing. */
export async function agreeToConsent(scope: Scope<ClientActor>, version: number): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  if (version !== consentText.version)
    throw new Refused("The text has changed since you opened it. Please read it once more.");
  if (actor.consentVersion === version) return;
  const id = randomUUID();
  await tx.insert(consent).values({
    practiceId: actor.practiceId,
    id,
    clientId: actor.clientId,
    document: "portal",
    version,
    decision: "agreed",
    decidedAt: now,
  });
  await noteActivity(scope, "accepted");
  await recordAudit(scope, "clients.consent-agreed", { kind: "consent", id, clientId: actor.clientId });
}

/** From the next request on the portal shows the consent page again, and nothing else. */
export async function withdrawConsent(scope: Scope<ClientActor>): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  if (actor.consentVersion === null) return;
  const id = randomUUID();
  await tx.insert(consent).values({
    practiceId: actor.practiceId,
    id,
    clientId: actor.clientId,
    document: "portal",
    version: actor.consentVersion,
    decision: "withdrawn",
    decidedAt: now,
  });
  await recordAudit(scope, "clients.consent-withdrawn", { kind: "consent", id, clientId: actor.clientId });
}
