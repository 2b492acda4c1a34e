"use server";

import { chooseTiming } from "@/db/commands/letters/choose-timing";
import { timingForm } from "@/lib/messages/timing-form";
import { staffAction } from "@/server/form-action";

export const chooseLetterTiming = staffAction(timingForm, async (scope, form) => {
  await chooseTiming(scope, form);
  return { refresh: true, message: "Saved. What waits to be sent goes by it too." };
});
