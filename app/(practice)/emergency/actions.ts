"use server";

import { endEmergency, reviewEmergency } from "@/db/commands/clients/end-emergency";
import { openEmergency } from "@/db/commands/clients/open-emergency";
import { endEmergencyForm, openEmergencyForm, reviewEmergencyForm } from "@/lib/clients/emergency";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

/** A record is opened for somebody who shows that it is them, in the words that the record keeps. */
export const open = staffAction(
  openEmergencyForm,
  async (scope, input) => ({ next: paths.client(await openEmergency(scope, input)).overview }),
  { asksProof: true },
);

export const end = staffAction(endEmergencyForm, async (scope, input) => {
  await endEmergency(scope, input);
  return { next: "/emergency" };
});

export const review = staffAction(reviewEmergencyForm, async (scope, input) => {
  await reviewEmergency(scope, input);
  return { refresh: true, message: "Kept, with your name and the time." };
});
