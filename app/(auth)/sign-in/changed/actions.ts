"use server";

import { z } from "zod";
import { markChangesRead } from "@/db/commands/identity/read-changes";
import { onTheWay } from "@/server/auth/enter-session";
import { clearWay } from "@/server/auth/way-cookie";
import { accountAction } from "@/server/form-action";

/** `upTo`: when the page was made. What changed since then is told the next time. */
export const goOn = accountAction(z.strictObject({ upTo: z.iso.datetime() }), async (scope, { upTo }, session) => {
  await markChangesRead(scope, new Date(upTo));
  return { next: await onTheWay({ role: scope.actor.role, stage: session.stage }), after: clearWay };
});
