"use server";

import { releaseToBoth, takeReleaseBack } from "@/db/commands/couples/release-to-both";
import { coupleForm, releaseForm } from "@/lib/couples/couple-forms";
import { staffAction } from "@/server/form-action";

/** Shows both partners the picture that was looked at. */
export const release = staffAction(releaseForm, async (scope, form) => {
  await releaseToBoth(scope, form);
  return { refresh: true, message: "Both can see it now." };
});

/** Takes it back from both. */
export const takeBack = staffAction(coupleForm, async (scope, form) => {
  await takeReleaseBack(scope, form);
  return { refresh: true };
});
