"use server";

import { z } from "zod";
import { setRetention } from "@/db/commands/clients/set-retention";
import { putSetUpAway } from "@/db/commands/identity/put-set-up-away";
import { setPracticeDetails, setPracticeHours } from "@/db/commands/identity/set-practice-details";
import { setPracticeLetters } from "@/db/commands/letters/set-practice-letters";
import { retentionForm } from "@/lib/clients/erasure-forms";
import { practiceDetailsForm } from "@/lib/identity/practice-details";
import { workingHoursForm } from "@/lib/identity/working-hours";
import { practiceLettersForm } from "@/lib/messages/sender-name";
import { staffAction } from "@/server/form-action";

export const saveLetters = staffAction(practiceLettersForm, async (scope, form) => {
  await setPracticeLetters(scope, form);
  return { refresh: true, message: "Saved. Letters look so from now on." };
});

/** From now on, also for who was erased before. */
export const saveRetention = staffAction(
  retentionForm,
  async (scope, form) => {
    await setRetention(scope, form);
    return { refresh: true, message: "Saved. It holds from now on." };
  },
  { asksProof: true },
);

export const saveDetails = staffAction(practiceDetailsForm, async (scope, form) => {
  await setPracticeDetails(scope, form);
  return { refresh: true, message: "Saved." };
});

export const saveHours = staffAction(workingHoursForm, async (scope, form) => {
  await setPracticeHours(scope, form);
  return { refresh: true, message: "Saved." };
});

const moved = z.strictObject({ decision: z.enum(["put-away", "taken-out"]) });

export const moveSetUpList = staffAction(moved, async (scope, { decision }) => {
  await putSetUpAway(scope, decision);
  return { refresh: true };
});
