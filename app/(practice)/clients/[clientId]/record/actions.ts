"use server";

import { z } from "zod";
import { beginCourse } from "@/db/commands/clients/begin-course";
import { revokeInvitation } from "@/db/commands/clients/revoke-invitation";
import { setRegion } from "@/db/commands/clients/set-region";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { makeSessionCode, sessionCodeShape } from "@/db/commands/identity/session-code";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { sendAgainForm, sendLetterAgain } from "@/db/commands/letters/send-again";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { addressForm } from "@/lib/clients/address-safety";
import { courseForm, lifeStepForm } from "@/lib/clients/course-forms";
import { linkForm } from "@/lib/couples/couple-forms";
import { regionForm } from "@/lib/safety/region-form";
import { env } from "@/server/env";
import { staffAction } from "@/server/form-action";
import { invitationPicture } from "@/server/invitation-picture";
import { invitationLink } from "@/server/link-address";
import { mailIsSet } from "@/server/mail";

/** A new link; the one before it stops working. */
export const inviteAgain = staffAction(z.strictObject({ clientId: z.uuid() }), async (scope, { clientId }) => {
  const { accountId } = await getClientHeader(scope, clientId);
  const { token } = await createInvitation(scope, { accountId });
  const isMailed = mailIsSet() && (await mayWriteTo(scope, accountId));
  return {
    message: `Here is a new link. The earlier one no longer works. ${isMailed ? "It is mailed too." : "It is mailed to nobody: hand it over."}`,
    shown: { link: invitationLink(token), picture: await invitationPicture(invitationLink(token)) },
  };
});

/** What the client said in a talk about being written to. */
export const sayAddress = staffAction(addressForm, async (scope, form) => {
  await sayAddressSafety(scope, form);
  return { refresh: true, message: "Kept." };
});

/** For a client who forgot the password, while they sit there. */
export const makeCode = staffAction(sessionCodeShape, async (scope, input) => {
  const made = await makeSessionCode(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in made) return { refused: { message: "No code was made.", fields: { password: made.problem } } };
  const message = "On their own phone they open the sign-in page, then “I was given a code”, and type this.";
  return { message, shown: { link: made.proved } };
});

/** Links two people who have a record of their own. */
export const link = staffAction(linkForm, async (scope, form) => {
  await linkCouple(scope, form);
  return { refresh: true };
});

/** In which country a client can be helped. Their pages show its numbers from the next one on. */
export const setCountry = staffAction(regionForm, async (scope, form) => {
  await setRegion(scope, form);
  return { refresh: true };
});

/** A letter that may not have arrived goes again, once a day. */
export const sendAgain = staffAction(sendAgainForm, async (scope, form) => {
  await sendLetterAgain(scope, form);
  return { refresh: true };
});

/** An invitation that nobody has used. */
export const revoke = staffAction(lifeStepForm, async (scope, form) => {
  await revokeInvitation(scope, form);
  return { refresh: true };
});

/** Again at week 1, or a second course for the same person. */
export const begin = staffAction(courseForm, async (scope, form) => {
  await beginCourse(scope, form);
  return { refresh: true };
});
