"use server";

import { z } from "zod";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { markLeavingRead } from "@/db/commands/identity/mark-leaving-read";
import { connectionCheckForm } from "@/lib/connection/check-form";
import { formatTime } from "@/lib/format";
import { clientAction } from "@/server/form-action";

export const readLeaving = clientAction(z.strictObject({}), async (scope) => {
  await markLeavingRead(scope);
  return { refresh: true };
});

export const saveCheck = clientAction(connectionCheckForm, async (scope, form) => {
  const { version } = await saveConnectionCheck(scope, form);
  const message = `Saved ${formatTime(scope.now, scope.actor.zone)}`;
  return { refresh: true, message, shown: { version: String(version) } };
});
