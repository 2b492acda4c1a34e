"use server";

import { z } from "zod";
import { changeRole, roleShape } from "@/db/commands/identity/change-role";
import { createInvitation, type Invitation } from "@/db/commands/identity/create-invitation";
import { createPasswordLink, passwordLinkShape } from "@/db/commands/identity/create-password-link";
import { accessShape, decideAccess } from "@/db/commands/identity/decide-access";
import { colleagueShape, inviteColleague } from "@/db/commands/identity/invite-colleague";
import {
  endSupervision,
  endSupervisionShape,
  startSupervision,
  supervisionShape,
} from "@/db/commands/identity/supervise";
import type { OpenSession } from "@/db/queries/session";
import { env } from "@/lib/server/env";
import { type Outcome, staffAction } from "@/lib/server/form-action";
import { invitationLink, passwordLink, sendInvitation } from "@/lib/server/invitation-mail";
import { mailIsSet } from "@/lib/server/mail";

const copyThis = "Copy this link and give it to them yourself. It works once, for seven days.";

function invited({ token, email }: Invitation, { practiceName }: OpenSession): Outcome {
  return {
    refresh: true,
    message: copyThis,
    shown: { link: invitationLink(token) },
    after: async () => {
      if (!mailIsSet()) return copyThis;
      const sent = await sendInvitation(email, token, practiceName);
      return sent ? `The link was sent to ${email}. You can copy it too.` : `The mail could not be sent. ${copyThis}`;
    },
  };
}

export const invite = staffAction(colleagueShape, async (scope, input, session) =>
  invited(await inviteColleague(scope, input), session),
);

export const inviteAgain = staffAction(z.strictObject({ accountId: z.uuid() }), async (scope, input, session) =>
  invited(await createInvitation(scope, input), session),
);

export const newPasswordLink = staffAction(passwordLinkShape, async (scope, input) => {
  const made = await createPasswordLink(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in made) return { refused: { message: "No link was made.", fields: { password: made.problem } } };
  const { token } = made.proved;
  const message =
    "Copy this link and give it to them yourself. It works once, for one hour. They are told that you made it.";
  return { message, shown: { link: passwordLink(token) } };
});

export const setRole = staffAction(roleShape, async (scope, input) => {
  await changeRole(scope, input);
  return { refresh: true, message: "Saved. They sign in again to go on." };
});

export const setAccess = staffAction(accessShape, async (scope, input) => {
  await decideAccess(scope, input);
  return { refresh: true };
});

export const supervise = staffAction(supervisionShape, async (scope, input) => {
  await startSupervision(scope, input);
  return { refresh: true };
});

export const stopSupervising = staffAction(endSupervisionShape, async (scope, input) => {
  await endSupervision(scope, input);
  return { refresh: true };
});
