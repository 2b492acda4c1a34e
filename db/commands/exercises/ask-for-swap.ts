import type { ClientActor } from "@/lib/domain/actor";
import type { SwapForm } from "@/lib/domain/exercises/attempt-form";
import { authorize } from "@/lib/domain/policy";
import { requireExercise } from "../../queries/exercise-access";
import type { Scope } from "../../scope";
import { addOwnMessage } from "../messages/add-own-message";

/** A wish for another exercise, as a message to the therapist. Nothing changes by asking. */
export async function askForSwap(scope: Scope<ClientActor>, { id, key, note }: SwapForm): Promise<void> {
  authorize(scope.actor, "portal.use");
  const { exercise } = await requireExercise(scope, key);
  const wish = `I would like another exercise instead of "${exercise.title}".`;
  await addOwnMessage(scope, { id, body: note ? `${wish}\n\n${note}` : wish }, "exercises.swap-asked");
}
