import type { ClientActor } from "@/lib/actor";
import type { OwnMessageForm } from "@/lib/messages/message-form";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { addOwnMessage } from "./add-own-message";

/** A client writes to their therapist. */
export async function sendMessage(scope: Scope<ClientActor>, form: OwnMessageForm): Promise<void> {
  authorize(scope.actor, "portal.use");
  await addOwnMessage(scope, form);
}
