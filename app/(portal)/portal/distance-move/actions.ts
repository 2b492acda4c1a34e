"use server";

import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { distanceMoveForm } from "@/lib/exercises/distance-move-form";
import { clientAction } from "@/server/form-action";

export const log = clientAction(distanceMoveForm, async (scope, form) => {
  await logDistanceMove(scope, form);
  return { refresh: true, message: "Noted. Noticing it is the skill." };
});
