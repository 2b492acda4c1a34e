"use server";

import { markClientRead, seeShown, unmarkClientRead } from "@/db/commands/messages/mark-seen";
import { replyToClient, takeBackReply } from "@/db/commands/messages/reply-to-client";
import {
  clientShownForm,
  readForm,
  staffMessageForm,
  takeBackReplyForm,
  unmarkForm,
} from "@/lib/messages/message-form";
import { paths, within } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

export const reply = staffAction(staffMessageForm, async (scope, form) => {
  await replyToClient(scope, form);
  return { refresh: true, message: "Sent" };
});

export const takeBack = staffAction(takeBackReplyForm, async (scope, form) => {
  const words = await takeBackReply(scope, form);
  return { refresh: true, message: "Taken back. Nobody has read it.", shown: { words } };
});

/** The moment stands in the address: with it the page offers to undo it, with script and without. */
export const markRead = staffAction(readForm, async (scope, form) => {
  await markClientRead(scope, form);
  return { next: within(paths.client(form.clientId).messages, `?marked=${scope.now.toISOString()}`) };
});

export const unmark = staffAction(unmarkForm, async (scope, form) => {
  await unmarkClientRead(scope, form);
  return { next: paths.client(form.clientId).messages };
});

/** Told by the page itself while words are on the screen: the page stays as it is, so that what was new can be found. */
export const seen = staffAction(clientShownForm, async (scope, form) => {
  await seeShown(scope, form);
  return {};
});
