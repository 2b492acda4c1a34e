"use server";

import { askErasure, takeErasureBack } from "@/db/commands/clients/ask-erasure";
import { openWordsShape } from "@/db/commands/identity/careful";
import { stepUp } from "@/db/commands/identity/step-up";
import { askErasureForm, takeErasureBackForm } from "@/lib/clients/erasure-forms";
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

/** From the next request on every page of theirs is closed; the record waits for a talk alone. */
export const askForErasure = clientAction(
  askErasureForm,
  async (scope, form) => {
    const proof = await askErasure(scope, form, env().NEXTAUTH_SECRET);
    if ("problem" in proof) return { refused: { message: "Nothing was asked.", fields: { password: proof.problem } } };
    return { refresh: true };
  },
  { beforeConsent: true, afterwards: true },
);

export const takeErasureBackNow = clientAction(
  takeErasureBackForm,
  async (scope, form) => {
    await takeErasureBack(scope, form);
    return { next: "/portal/consent" };
  },
  { beforeConsent: true, afterwards: true },
);
