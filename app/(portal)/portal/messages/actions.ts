"use server";

import { takeBackOwn } from "@/db/commands/messages/add-own-message";
import { seeOwnShown } from "@/db/commands/messages/mark-seen";
import { sendMessage } from "@/db/commands/messages/send-message";
import { ownMessageForm, ownShownForm, takeBackOwnForm } from "@/lib/messages/message-form";
import { clientAction } from "@/server/form-action";

export const send = clientAction(ownMessageForm, async (scope, form) => {
  await sendMessage(scope, form);
  return { refresh: true, message: "Sent" };
});

export const takeBack = clientAction(takeBackOwnForm, async (scope, form) => {
  const words = await takeBackOwn(scope, form);
  return { refresh: true, message: "Taken back. Nobody has read it.", shown: { words } };
});

/** Told by the page itself while words are on the screen: nothing changes for who reads them. */
export const seen = clientAction(
  ownShownForm,
  async (scope, form) => {
    await seeOwnShown(scope, form);
    return {};
  },
  { afterwards: true },
);

export const markSeen = clientAction(
  ownShownForm,
  async (scope, form) => {
    await seeOwnShown(scope, form);
    return { refresh: true };
  },
  { afterwards: true },
);
