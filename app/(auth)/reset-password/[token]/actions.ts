"use server";

import { z } from "zod";
import { resetPassword } from "@/db/commands/identity/reset-password";
import { tokenShape, typedPassword } from "@/lib/domain/identity/shapes";
import { clearSessionToken } from "@/lib/server/auth/session-cookie";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { publicAction } from "@/lib/server/form-action";

export const reset = publicAction(z.strictObject({ token: tokenShape, password: typedPassword }), async (input) => {
  await resetPassword(database(), input, now());
  return { next: "/sign-in?why=password", after: clearSessionToken };
});
