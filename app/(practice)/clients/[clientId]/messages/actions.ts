"use server";

import { markClientRead } from "@/db/commands/messages/mark-seen";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { readForm, staffMessageForm } from "@/lib/messages/message-form";
import { staffAction } from "@/server/form-action";

export const reply = staffAction(staffMessageForm, async (scope, form) => {
  await replyToClient(scope, form);
  return { refresh: true, message: "Sent" };
});

export const markRead = staffAction(readForm, async (scope, form) => {
  await markClientRead(scope, form);
  return { refresh: true, message: "Marked as read" };
});
