"use server";

import { decideInvitation, invitePartner, invitePartnerAgain } from "@/db/commands/couples/invite-partner";
import { keepPartnerTalk } from "@/db/commands/couples/keep-partner-talk";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { partnerForm } from "@/lib/clients/partner-form";
import { askBackAboutStart } from "@/lib/clients/start-date";
import { invitationStepForm, inviteOnceMoreForm, partnerTalkForm } from "@/lib/couples/partner-invitation-forms";
import { localDate } from "@/lib/time/zone";
import { staffAction } from "@/server/form-action";
import { invitationPicture } from "@/server/invitation-picture";
import { invitationLink } from "@/server/link-address";
import { mailIsSet } from "@/server/mail";

/** What the client said about inviting the partner. */
export const keepTalk = staffAction(partnerTalkForm, async (scope, form) => {
  await keepPartnerTalk(scope, form);
  return { refresh: true };
});

/** The partner becomes a person of their own, with a link that is handed over, and mailed only where that is safe. */
export const invite = staffAction(partnerForm, async (scope, form) => {
  askBackAboutStart(form, localDate(scope.now, form.zone));
  const invited = await invitePartner(scope, form);
  return shownTo(invited, await mayWriteTo(scope, invited.person.accountId));
});

/** The same person once more. */
export const inviteOnceMore = staffAction(inviteOnceMoreForm, async (scope, form) => {
  const invited = await invitePartnerAgain(scope, form);
  return shownTo(invited, await mayWriteTo(scope, invited.person.accountId));
});

/** They said no, or it is taken back. */
export const keepStep = staffAction(invitationStepForm, async (scope, form) => {
  await decideInvitation(scope, form);
  return { refresh: true };
});

async function shownTo({ invitation: { token } }: Awaited<ReturnType<typeof invitePartner>>, isSafe: boolean) {
  const isMailed = mailIsSet() && isSafe;
  const link = invitationLink(token);
  return {
    refresh: true,
    message: isMailed
      ? "The invitation is mailed, because the address was called safe. It works once, for seven days."
      : "It is mailed to nobody: hand the invitation over yourself. It works once, for seven days.",
    shown: { link, picture: await invitationPicture(link) },
  };
}
