import type { ClientActor } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { Scope } from "../../scope";
import { noteActivity } from "../clients/note-activity";
import { openSafetyEvent } from "./open-event";

/** "I don't feel safe": an event on top of the caseload and a letter to the therapist. No page of anybody’s changes. */
export async function sayNotSafe(scope: Scope<ClientActor>, { place }: { place?: string | undefined }) {
  const { actor } = scope;
  authorize(actor, "portal.use");
  const event = await openSafetyEvent(scope, {
    clientId: actor.clientId,
    source: "not-safe-button",
    place: place ?? null,
  });
  await noteActivity(scope, "safety");
  return event;
}
