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
import { invitationLife, linkLife } from "@/lib/identity/link-life";
import { env } from "@/server/env";
import { type Outcome, staffAction } from "@/server/form-action";
import { invitationLink, passwordLink } from "@/server/link-address";
import { mailIsSet } from "@/server/mail";

/** Who may do what, and read whom, changes only for somebody who shows that it is them. */
const proved = { asksProof: true };

const copyThis = `Copy this link and give it to them yourself. It works once, for ${invitationLife}.`;

function invited({ token, email }: Invitation): Outcome {
  return {
    refresh: true,
    message: mailIsSet() ? `A letter with a link is on its way to ${email}. You can copy the link too.` : copyThis,
    shown: { link: invitationLink(token) },
  };
}

export const invite = staffAction(
  colleagueShape,
  async (scope, input) => invited(await inviteColleague(scope, input)),
  proved,
);

export const inviteAgain = staffAction(
  z.strictObject({ accountId: z.uuid() }),
  async (scope, input) => invited(await createInvitation(scope, input)),
  proved,
);

export const newPasswordLink = staffAction(passwordLinkShape, async (scope, input) => {
  const made = await createPasswordLink(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in made) return { refused: { message: "No link was made.", fields: { password: made.problem } } };
  const { token } = made.proved;
  const message = `Copy this link and give it to them yourself. It works once, for ${linkLife}. They are told that you made it.`;
  return { message, shown: { link: passwordLink(token) } };
});

export const setRole = staffAction(
  roleShape,
  async (scope, input) => {
    await changeRole(scope, input);
    return { refresh: true, message: "Saved. They sign in again to go on." };
  },
  proved,
);

export const setAccess = staffAction(
  accessShape,
  async (scope, input) => {
    await decideAccess(scope, input);
    return { refresh: true };
  },
  proved,
);

export const supervise = staffAction(
  supervisionShape,
  async (scope, input) => {
    await startSupervision(scope, input);
    return { refresh: true };
  },
  proved,
);

export const stopSupervising = staffAction(
  endSupervisionShape,
  async (scope, input) => {
    await endSupervision(scope, input);
    return { refresh: true };
  },
  proved,
);
