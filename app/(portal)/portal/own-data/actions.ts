"use server";

import { openWordsShape } from "@/db/commands/identity/careful";
import { stepUp } from "@/db/commands/identity/step-up";
import { env } from "@/server/env";
import { clientAction } from "@/server/form-action";

/** The password, before the own file is offered: whoever only finds this device signed in takes nothing along. */
export const showOwnFile = clientAction(
  openWordsShape,
  async (scope, { password }) => {
    const proof = await stepUp(scope, password, env().NEXTAUTH_SECRET);
    if ("problem" in proof) return { refused: { message: "It stays closed.", fields: { password: proof.problem } } };
    return { refresh: true };
  },
  { beforeConsent: true, afterwards: true },
);
