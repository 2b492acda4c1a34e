"use server";

import { z } from "zod";
import { acceptInvitation } from "@/db/commands/identity/accept-invitation";
import { tokenShape, typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { enterSession, landingRoute } from "@/server/auth/enter-session";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

export const accept = publicAction(z.strictObject({ token: tokenShape, password: typedPassword }), async (input) => {
  const session = await acceptInvitation(database(), input, await readCaller(), now());
  return { next: landingRoute(session), after: () => enterSession(session) };
});
