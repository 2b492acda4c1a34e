"use server";

import { endAbsence as endIt, setAbsence, setWorkingHours } from "@/db/commands/absence/set-absence";
import { absenceForm, endAbsenceForm } from "@/lib/identity/absence-form";
import { workingHoursForm } from "@/lib/identity/working-hours";
import { staffAction } from "@/server/form-action";

export const addAbsence = staffAction(absenceForm, async (scope, form) => {
  await setAbsence(scope, form);
  return { refresh: true, message: "Saved. It holds on these days, from the first to the last." };
});

export const endAbsence = staffAction(endAbsenceForm, async (scope, form) => {
  await endIt(scope, form);
  return { refresh: true };
});

export const setHours = staffAction(workingHoursForm, async (scope, form) => {
  await setWorkingHours(scope, form);
  return { refresh: true, message: "Saved. Clients read it beside Messages." };
});
