import { getOwnConsent } from "@/db/queries/clients/consent";
import type { ClientActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";
import { openSafetyEvent } from "./open-event";

/** Nothing is passed on of somebody who never agreed to that. Who agreed once and took it back is still heard. */
const NOBODY_TOLD = "Nobody is told from here before you have agreed to the use of Nearer.";

/** "I don't feel safe": an event on top of the caseload and a letter to the therapist. No page of anybody’s changes. */
export async function sayNotSafe(scope: Scope<ClientActor>, { place }: { place?: string | undefined }) {
  const { actor } = scope;
  authorize(actor, "portal.use");
  if (actor.consentVersion === null && !(await getOwnConsent(scope)).hasEverAgreed) throw new Refused(NOBODY_TOLD);
  const event = await openSafetyEvent(scope, {
    clientId: actor.clientId,
    source: "not-safe-button",
    place: place ?? null,
  });
  await noteActivity(scope, "safety");
  return event;
}
