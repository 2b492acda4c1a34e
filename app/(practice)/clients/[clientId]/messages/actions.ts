"use server";

import { z } from "zod";
import { markClientRead } from "@/db/commands/messages/mark-seen";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { staffMessageForm } from "@/lib/domain/messages/message-form";
import { staffAction } from "@/lib/server/form-action";

export const reply = staffAction(staffMessageForm, async (scope, form) => {
  await replyToClient(scope, form);
  return { refresh: true, message: "Sent" };
});

export const markRead = staffAction(z.strictObject({ clientId: z.uuid() }), async (scope, { clientId }) => {
  await markClientRead(scope, clientId);
  return { refresh: true, message: "Marked as read" };
});
