import type { ExposureLevel } from "@/lib/exercises/exercise";
import type { SharedClass } from "@/lib/safety/shared-class";

/** Which form of an exercise of this exposure level is offered: with the partner, or as a step of one's own. */
export function isShared(shared: SharedClass, exposureLevel: ExposureLevel): boolean {
  if (exposureLevel === "alone") return false;
  return exposureLevel === "together" ? shared.jointTasks : shared.open;
}
