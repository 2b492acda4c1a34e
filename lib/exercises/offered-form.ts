import type { ExerciseReach } from "@/lib/exercises/exercise";
import type { SharedClass } from "@/lib/safety/shared-class";

/** Which form of an exercise of this reach is offered: with the partner, or as a step of one's own. */
export function isShared(shared: SharedClass, reach: ExerciseReach): boolean {
  if (reach === "alone") return false;
  return reach === "together" ? shared.jointTasks : shared.open;
}
