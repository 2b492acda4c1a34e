"use server";

import { enrolClient } from "@/db/commands/clients/enrol-client";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { enrolmentForm } from "@/lib/clients/enrolment-form";
import { askBackAboutStart } from "@/lib/clients/start-date";
import { localDate } from "@/lib/time/zone";
import { staffAction } from "@/server/form-action";
import { invitationPicture } from "@/server/invitation-picture";
import { invitationLink } from "@/server/link-address";
import { mailIsSet } from "@/server/mail";

/**
 * Enrols, and hands back a link that can be handed over. It is mailed only where the client called the address safe.
 */
export const enrol = staffAction(enrolmentForm, async (scope, form) => {
  askBackAboutStart(form, localDate(scope.now, form.zone));
  const { person, isNew } = await enrolClient(scope, form);
  const { token } = await createInvitation(scope, { accountId: person.accountId });
  const isMailed = mailIsSet() && (await mayWriteTo(scope, person.accountId));
  return {
    message: isNew ? `${form.name} is enrolled.` : `${form.name} was enrolled already. Here is a new link.`,
    shown: {
      clientId: person.clientId,
      link: invitationLink(token),
      picture: await invitationPicture(invitationLink(token)),
      ...(isMailed && { mailed: "yes" }),
    },
  };
});
