"use server";

import { z } from "zod";
import { correctAddress, dropAddressChange } from "@/db/commands/clients/correct-address";
import { correctRecord } from "@/db/commands/clients/correct-record";
import { correctStart } from "@/db/commands/clients/correct-start";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { addressChangeForm, correctionForm, startChangeForm } from "@/lib/clients/correction-forms";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";
import { invitationPicture } from "@/server/invitation-picture";
import { addressLink, invitationLink } from "@/server/link-address";
import { mailIsSet } from "@/server/mail";

/** Name, pronouns, partner's name and zone. */
export const correctFacts = staffAction(correctionForm, async (scope, form) => {
  await correctRecord(scope, form);
  return { next: paths.client(form.clientId).record };
});

/** Another address: at once for who has not come yet, with a new invitation; else once they have confirmed it. */
export const correctEmail = staffAction(
  addressChangeForm,
  async (scope, form) => {
    const changed = await correctAddress(scope, form);
    if (changed.is === "changed") {
      const { token } = await createInvitation(scope, { accountId: changed.accountId });
      const isMailed = mailIsSet() && (await mayWriteTo(scope, changed.accountId));
      const how = isMailed ? "A new invitation is mailed there." : "Hand this new invitation over.";
      return {
        refresh: true,
        message: `The address is changed, and the earlier link is over. ${how}`,
        ...(await shown(invitationLink(token))),
      };
    }
    if (mailIsSet() && changed.isMailed)
      return {
        refresh: true,
        message: `A link went to ${form.email}. The address changes once it is confirmed there.`,
      };
    const message = `No letter goes to ${form.email}. Hand this link over: the address changes once it is confirmed.`;
    return { refresh: true, message, ...(await shown(addressLink(changed.token))) };
  },
  { asksProof: true },
);

async function shown(link: string) {
  return { shown: { link, picture: await invitationPicture(link) } };
}

/** A new address that waits is asked for no longer. */
export const dropEmail = staffAction(z.strictObject({ clientId: z.uuid() }), async (scope, form) => {
  await dropAddressChange(scope, form);
  return { refresh: true };
});

/** Week 1 begins on another day. */
export const moveStart = staffAction(startChangeForm, async (scope, form) => {
  await correctStart(scope, form);
  return { next: paths.client(form.clientId).record };
});
