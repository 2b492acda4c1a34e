"use server";

import { z } from "zod";
import { acceptInvitation } from "@/db/commands/identity/accept-invitation";
import { tokenShape, typedPassword } from "@/lib/domain/identity/shapes";
import { readCaller } from "@/lib/server/auth/caller";
import { enterSession, wayIn } from "@/lib/server/auth/enter-session";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { publicAction } from "@/lib/server/form-action";

export const accept = publicAction(z.strictObject({ token: tokenShape, password: typedPassword }), async (input) => {
  const session = await acceptInvitation(database(), input, await readCaller(), now());
  return { next: wayIn(session), after: () => enterSession(session) };
});
