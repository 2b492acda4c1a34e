"use server";

import { z } from "zod";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { carefulShape, chooseCareful, openOwnWords, openWordsShape } from "@/db/commands/identity/careful";
import { chooseLeaveKeys, leaveKeysShape } from "@/db/commands/identity/choose-leave-keys";
import { mintToken } from "@/db/commands/identity/one-time-token";
import { chooseLetters, lettersShape } from "@/db/commands/letters/choose-letters";
import { chooseReminders, restReminders } from "@/db/commands/letters/choose-reminders";
import { turnPushOff, turnPushOn } from "@/db/commands/letters/push-here";
import { NotFound } from "@/lib/errors";
import { pushForm } from "@/lib/messages/push-address";
import { reminderForm, reminderRestForm } from "@/lib/messages/reminder-form";
import { readCaller } from "@/server/auth/caller";
import { writeDeviceMark } from "@/server/auth/device-cookie";
import { env } from "@/server/env";
import { clientAction } from "@/server/form-action";

export const withdraw = clientAction(
  z.strictObject({}),
  async (scope) => {
    await withdrawConsent(scope);
    return { next: "/portal/consent" };
  },
  { beforeConsent: true, afterwards: true },
);

export const setLetters = clientAction(
  lettersShape,
  async (scope, input) => {
    await chooseLetters(scope, input);
    return { refresh: true, message: "Saved. It holds from now on." };
  },
  { beforeConsent: true, afterwards: true },
);

export const setReminders = clientAction(reminderForm, async (scope, input) => {
  await chooseReminders(scope, input);
  return { refresh: true, message: "Saved. It holds from now on." };
});

export const rest = clientAction(reminderRestForm, async (scope, input) => {
  await restReminders(scope, input);
  return { refresh: true };
});

export const noteOn = clientAction(pushForm, async (scope, input) => {
  const { NEARER_TEST_PUSH: testOrigin, PUSH_PUBLIC_KEY: serverKey } = env();
  if (!serverKey) throw new NotFound();
  const caller = await readCaller();
  const deviceMark = caller.deviceMark ?? mintToken();
  const proof = await turnPushOn(scope, input, { ...caller, deviceMark, testOrigin });
  if ("problem" in proof) return { refused: { message: "It stays off.", fields: { password: proof.problem } } };
  const shown = { subscriptionId: proof.proved };
  return { refresh: true, message: "Notes are on here.", shown, after: () => writeDeviceMark(deviceMark) };
});

export const noteOff = clientAction(
  z.strictObject({ subscriptionId: z.uuid() }),
  async (scope, input) => {
    await turnPushOff(scope, input.subscriptionId);
    return { refresh: true, message: "It is off." };
  },
  { afterwards: true },
);

export const setCareful = clientAction(
  carefulShape,
  async (scope, input) => {
    const proof = await chooseCareful(scope, input, env().NEXTAUTH_SECRET);
    if ("problem" in proof)
      return { refused: { message: "Nothing was changed.", fields: { password: proof.problem } } };
    return { refresh: true, message: "Saved. It holds on every device." };
  },
  { beforeConsent: true, afterwards: true },
);

export const openWords = clientAction(
  openWordsShape,
  async (scope, input) => {
    const proof = await openOwnWords(scope, input, env().NEXTAUTH_SECRET);
    if ("problem" in proof) return { refused: { message: "It stays closed.", fields: { password: proof.problem } } };
    return { refresh: true };
  },
  { afterwards: true },
);

export const setLeaveKeys = clientAction(
  leaveKeysShape,
  async (scope, input) => {
    await chooseLeaveKeys(scope, input);
    return { refresh: true, message: "Saved. It holds on every device." };
  },
  { beforeConsent: true, afterwards: true },
);
