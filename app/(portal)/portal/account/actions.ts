"use server";

import { z } from "zod";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { carefulShape, chooseCareful, openOwnWords, openWordsShape } from "@/db/commands/identity/careful";
import { chooseLeaveKeys, leaveKeysShape } from "@/db/commands/identity/choose-leave-keys";
import { chooseLetters, lettersShape } from "@/db/commands/letters/choose-letters";
import { chooseReminders, restReminders } from "@/db/commands/letters/choose-reminders";
import { reminderForm, reminderRestForm } from "@/lib/messages/reminder-form";
import { env } from "@/server/env";
import { clientAction } from "@/server/form-action";

export const withdraw = clientAction(
  z.strictObject({}),
  async (scope) => {
    await withdrawConsent(scope);
    return { next: "/portal/consent" };
  },
  { beforeConsent: true },
);

export const setLetters = clientAction(
  lettersShape,
  async (scope, input) => {
    await chooseLetters(scope, input);
    return { refresh: true, message: "Saved. It holds from now on." };
  },
  { beforeConsent: true },
);

export const setReminders = clientAction(reminderForm, async (scope, input) => {
  await chooseReminders(scope, input);
  return { refresh: true, message: "Saved. It holds from now on." };
});

export const rest = clientAction(reminderRestForm, async (scope, input) => {
  await restReminders(scope, input);
  return { refresh: true };
});

export const setCareful = clientAction(
  carefulShape,
  async (scope, input) => {
    const proof = await chooseCareful(scope, input, env().NEXTAUTH_SECRET);
    if ("problem" in proof)
      return { refused: { message: "Nothing was changed.", fields: { password: proof.problem } } };
    return { refresh: true, message: "Saved. It holds on every device." };
  },
  { beforeConsent: true },
);

export const openWords = clientAction(openWordsShape, async (scope, input) => {
  const proof = await openOwnWords(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in proof) return { refused: { message: "It stays closed.", fields: { password: proof.problem } } };
  return { refresh: true };
});

export const setLeaveKeys = clientAction(
  leaveKeysShape,
  async (scope, input) => {
    await chooseLeaveKeys(scope, input);
    return { refresh: true, message: "Saved. It holds on every device." };
  },
  { beforeConsent: true },
);
