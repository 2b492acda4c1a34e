"use server";

import { enrolClient } from "@/db/commands/clients/enrol-client";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { enrolmentForm } from "@/lib/domain/clients/enrolment-form";
import { staffAction } from "@/lib/server/form-action";
import { invitationLink } from "@/lib/server/link-address";

/** Enrols, and hands back a link that can be copied whether or not mail is set up. */
export const enrol = staffAction(enrolmentForm, async (scope, form) => {
  const { person, partner, isNew } = await enrolClient(scope, form);
  const { token } = await createInvitation(scope, { accountId: person.accountId });
  const partnerToken = partner && (await createInvitation(scope, { accountId: partner.accountId })).token;
  return {
    message: isNew ? `${form.name} is enrolled.` : `${form.name} was enrolled already. Here is a new link.`,
    shown: {
      clientId: person.clientId,
      link: invitationLink(token),
      ...(partnerToken && { partnerLink: invitationLink(partnerToken) }),
    },
  };
});
