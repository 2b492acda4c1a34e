"use server";

import { releaseToBoth, takeReleaseBack } from "@/db/commands/couples/release-to-both";
import { getShownToTwo } from "@/db/queries/couples/shown-to-two";
import { coupleForm, releaseForm } from "@/lib/couples/couple-forms";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";
import { sayWhoIsInRoom } from "@/server/room";

/** Shows both partners the picture that was looked at. */
export const release = staffAction(releaseForm, async (scope, form) => {
  await releaseToBoth(scope, form);
  return { refresh: true, message: "Both can see it now." };
});

/** From here on somebody is in the room, and this screen shows what both have. */
export const showToTwo = staffAction(coupleForm, async (scope, form, session) => {
  await getShownToTwo(scope, form.coupleId);
  return { next: paths.two(form.coupleId), after: () => sayWhoIsInRoom(session, true) };
});

/** Takes it back from both. */
export const takeBack = staffAction(coupleForm, async (scope, form) => {
  await takeReleaseBack(scope, form);
  return { refresh: true };
});
