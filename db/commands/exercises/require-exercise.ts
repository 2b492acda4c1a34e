import type { ClientActor } from "@/lib/domain/actor";
import { Refused } from "@/lib/domain/errors";
import { NEUTRAL_SENTENCE } from "@/lib/domain/safety/gate";
import { getOwnExercise, type OpenExercise } from "../../queries/exercise-access";
import type { Scope } from "../../scope";
import { requireOpenExercise } from "../safety/require-open-exercise";

/** For every command about an exercise: it is there, in this week's plan, and open. Whatever closed it, one sentence says so. */
export async function requireExercise(scope: Scope<ClientActor>, key: string): Promise<OpenExercise> {
  const { open, standing: _, ...access } = await getOwnExercise(scope, key);
  if (!open) throw new Refused(NEUTRAL_SENTENCE);
  await requireOpenExercise(scope, access.exercise);
  return access;
}
