"use server";

import { z } from "zod";
import { resetPassword } from "@/db/commands/identity/reset-password";
import { tokenShape, typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { enterAnew } from "@/server/auth/enter-session";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

export const reset = publicAction(z.strictObject({ token: tokenShape, password: typedPassword }), async (input) => {
  const mark = await resetPassword(database(), input, now(), await readCaller());
  return { next: "/sign-in?why=password", after: () => enterAnew(mark) };
});
