"use server";

import { z } from "zod";
import { markChangesRead } from "@/db/commands/identity/read-changes";
import { landingRoute } from "@/server/auth/enter-session";
import { accountAction } from "@/server/form-action";

/** `upTo`: when the page was made. What changed since then is told the next time. */
export const goOn = accountAction(z.strictObject({ upTo: z.iso.datetime() }), async (scope, { upTo }, session) => {
  await markChangesRead(scope, new Date(upTo));
  return { next: landingRoute({ role: scope.actor.role, stage: session.stage }) };
});
