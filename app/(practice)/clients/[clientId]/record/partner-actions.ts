"use server";

import { decideInvitation, invitePartner, invitePartnerAgain } from "@/db/commands/couples/invite-partner";
import { keepPartnerTalk } from "@/db/commands/couples/keep-partner-talk";
import { mayWriteTo } from "@/db/queries/address-safety";
import {
  invitationStepForm,
  inviteOnceMoreForm,
  partnerForm,
  partnerTalkForm,
} from "@/lib/domain/couples/partner-invitation-forms";
import { staffAction } from "@/lib/server/form-action";
import { invitationLink, sendInvitation } from "@/lib/server/invitation-mail";
import { invitationPicture } from "@/lib/server/invitation-picture";
import { mailIsSet } from "@/lib/server/mail";

/** What the client said about inviting the partner. */
export const keepTalk = staffAction(partnerTalkForm, async (scope, form) => {
  await keepPartnerTalk(scope, form);
  return { refresh: true };
});

/** The partner becomes a person of their own, with a link that is handed over, and mailed only where that is safe. */
export const invite = staffAction(partnerForm, async (scope, form, session) => {
  const invited = await invitePartner(scope, form);
  return shownTo(invited, await mayWriteTo(scope, invited.person.accountId), session);
});

/** The same person once more. */
export const inviteOnceMore = staffAction(inviteOnceMoreForm, async (scope, form, session) => {
  const invited = await invitePartnerAgain(scope, form);
  return shownTo(invited, await mayWriteTo(scope, invited.person.accountId), session);
});

/** They said no, or it is taken back. */
export const keepStep = staffAction(invitationStepForm, async (scope, form) => {
  await decideInvitation(scope, form);
  return { refresh: true };
});

type Invited = Awaited<ReturnType<typeof invitePartner>>;
type From = { actor: { name: string }; practiceName: string };

async function shownTo({ invitation: { token, email } }: Invited, isSafe: boolean, { actor, practiceName }: From) {
  const isMailed = mailIsSet() && isSafe;
  const link = invitationLink(token);
  return {
    refresh: true,
    message: isMailed
      ? "The invitation was mailed, because the address was called safe. It works once, for seven days."
      : "Nothing was mailed: hand the invitation over yourself. It works once, for seven days.",
    shown: { link, picture: await invitationPicture(link) },
    after: async () => {
      if (isMailed) await sendInvitation(email, token, `${actor.name} of ${practiceName}`);
    },
  };
}
