"use server";

import { releaseDimensions, releaseForm } from "@/db/commands/assessments/release-dimensions";
import { staffAction } from "@/lib/server/form-action";

/** Shows the client their own five dimensions of one sitting, or takes that back. */
export const decideRelease = staffAction(releaseForm, async (scope, form) => {
  await releaseDimensions(scope, form);
  return { refresh: true };
});
