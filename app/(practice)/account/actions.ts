"use server";

import { endAbsence as endIt, setAbsence, setWorkingHours } from "@/db/commands/absence/set-absence";
import { setFeed } from "@/db/commands/appointments/set-feed";
import { feedForm } from "@/lib/appointments/feed";
import { absenceForm, endAbsenceForm } from "@/lib/identity/absence-form";
import { workingHoursForm } from "@/lib/identity/working-hours";
import { env } from "@/server/env";
import { staffAction } from "@/server/form-action";

export const setCalendarFeed = staffAction(feedForm, async (scope, form) => {
  const token = await setFeed(scope, form);
  if (!token) return { refresh: true, message: "Ended. The address works no longer." };
  const link = `${env().appUrl}/api/calendar/${scope.actor.practiceId}/${token}.ics`;
  return { refresh: true, message: "Made. An address from before works no longer.", shown: { link } };
});

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
