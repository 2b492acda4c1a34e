"use server";

import { endCouple } from "@/db/commands/couples/end-couple";
import { endLinkForm } from "@/lib/couples/couple-forms";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

/** Ends a link: data stop at once, and what each can see of it changes on the agreed day. */
export const endLink = staffAction(endLinkForm, async (scope, form) => {
  const { clientId } = await endCouple(scope, form);
  return { next: paths.client(clientId).record };
});
