import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { Refused } from "@/lib/domain/errors";
import { consentText } from "@/lib/domain/identity/consent-text";
import { authorize } from "@/lib/domain/policy";
import { afterAll } from "@/lib/domain/time/after-all";
import { recordAudit } from "../../audit";
import { consent } from "../../schema/clients";
import type { Scope } from "../../scope";
import { holdSelf } from "./hold-client";
import { noteActivity } from "./note-activity";

/** Records that this person agreed to this version, when. Agreeing twice adds nothing. */
export async function agreeToConsent(scope: Scope<ClientActor>, version: number): Promise<void> {
  authorize(scope.actor, "portal.use");
  if (version !== consentText.version)
    throw new Refused("The text has changed since you opened it. Please read it once more.");
  const newest = await holdNewest(scope);
  if (newest?.decision === "agreed" && newest.version === version) return;
  await decide(scope, "agreed", version, newest);
  await noteActivity(scope, "accepted");
}

/** From the next request on the portal shows the consent page again, and nothing else. */
export async function withdrawConsent(scope: Scope<ClientActor>): Promise<void> {
  authorize(scope.actor, "portal.use");
  const newest = await holdNewest(scope);
  if (newest?.decision === "agreed") await decide(scope, "withdrawn", newest.version, newest);
}

/** What the person decided last, and the person held: of two answers at once the second sees the first. */
async function holdNewest(scope: Scope<ClientActor>) {
  const { actor, tx } = scope;
  await holdSelf(scope);
  const [newest] = await tx
    .select({ decision: consent.decision, version: consent.version, at: consent.decidedAt })
    .from(consent)
    .where(and(eq(consent.practiceId, actor.practiceId), eq(consent.clientId, actor.clientId)))
    .orderBy(desc(consent.decidedAt))
    .limit(1);
  return newest;
}

async function decide(
  scope: Scope<ClientActor>,
  decision: "agreed" | "withdrawn",
  version: number,
  newest: { at: Date } | undefined,
): Promise<void> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(consent).values({
    practiceId: actor.practiceId,
    id,
    clientId: actor.clientId,
    document: "portal",
    version,
    decision,
    decidedAt: afterAll(newest ? [newest.at] : [], now),
  });
  await recordAudit(scope, `clients.consent-${decision}`, { id, clientId: actor.clientId });
}
