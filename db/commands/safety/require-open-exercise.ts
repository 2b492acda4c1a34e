import type { ClientActor } from "@/lib/domain/actor";
import { Refused } from "@/lib/domain/errors";
import type { ExerciseReach } from "@/lib/domain/protocol/definition";
import { NEUTRAL_SENTENCE } from "@/lib/domain/safety/gate";
import { getExerciseAccess } from "../../queries/safety-gate";
import type { Scope } from "../../scope";

/**
 * For every command about an exercise. Refuses with the one neutral sentence while exercises pause, and touch or
 * disclosure unless the couple's gate is clear: unscreened, concern and stop read the same.
 */
export async function requireOpenExercise(
  scope: Scope<ClientActor>,
  { reach }: { reach: ExerciseReach },
): Promise<void> {
  const access = await getExerciseAccess(scope, scope.actor.clientId);
  if (!access.isOpen(reach)) throw new Refused(NEUTRAL_SENTENCE);
}
