"use server";

import { sendMessage } from "@/db/commands/messages/send-message";
import { ownMessageForm } from "@/lib/messages/message-form";
import { clientAction } from "@/server/form-action";

export const send = clientAction(ownMessageForm, async (scope, form) => {
  await sendMessage(scope, form);
  return { refresh: true, message: "Sent" };
});
