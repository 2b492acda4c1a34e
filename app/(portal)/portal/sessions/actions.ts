"use server";

import { askToMove } from "@/db/commands/appointments/ask-to-move";
import { askToMoveForm } from "@/lib/appointments/appointment-forms";
import { clientAction } from "@/server/form-action";

export const ask = clientAction(askToMoveForm, async (scope, form) => {
  await askToMove(scope, form);
  return { refresh: true, message: "Sent. The session stays where it is until you hear from your therapist." };
});
