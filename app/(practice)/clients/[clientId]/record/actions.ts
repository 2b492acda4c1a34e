"use server";

import { z } from "zod";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { getClientHeader } from "@/db/queries/client-overview";
import { staffAction } from "@/lib/server/form-action";
import { invitationLink, sendInvitation } from "@/lib/server/invitation-mail";

/** A new link; the one before it stops working. */
export const inviteAgain = staffAction(z.strictObject({ clientId: z.uuid() }), async (scope, { clientId }) => {
  const { accountId } = await getClientHeader(scope, clientId);
  const { token, email } = await createInvitation(scope, { accountId });
  return {
    message: "Here is a new link. The earlier one no longer works.",
    shown: { link: invitationLink(token) },
    after: () => sendInvitation(email, token),
  };
});
