"use server";

import { setThresholds } from "@/db/commands/signals/set-thresholds";
import { thresholdsForm } from "@/lib/signals/thresholds";
import { staffAction } from "@/server/form-action";

export const saveThresholds = staffAction(thresholdsForm, async (scope, form) => {
  await setThresholds(scope, form);
  return { refresh: true, message: "Saved. Everybody is looked at anew." };
});
