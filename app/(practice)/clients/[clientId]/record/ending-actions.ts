"use server";

import { dischargeClient, returnClient } from "@/db/commands/clients/discharge-client";
import { removeMistaken } from "@/db/commands/clients/remove-mistaken";
import { lifeStepForm } from "@/lib/clients/course-forms";
import { dischargeForm } from "@/lib/clients/ending-form";
import { staffAction } from "@/server/form-action";

/** The end of a client's time here. */
export const discharge = staffAction(dischargeForm, async (scope, form) => {
  await dischargeClient(scope, form);
  return { refresh: true };
});

export const takeBackIntoCare = staffAction(lifeStepForm, async (scope, form) => {
  await returnClient(scope, form);
  return { refresh: true };
});

/** Somebody who was entered by mistake, while nothing clinical exists. */
export const removeFromHere = staffAction(lifeStepForm, async (scope, form) => {
  await removeMistaken(scope, form);
  return { next: "/caseload" };
});
