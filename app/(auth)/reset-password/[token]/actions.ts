"use server";

import { z } from "zod";
import { resetPassword } from "@/db/commands/identity/reset-password";
import { tokenShape, typedPassword } from "@/lib/domain/identity/shapes";
import { readCaller } from "@/lib/server/auth/caller";
import { enterAnew } from "@/lib/server/auth/enter-session";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { publicAction } from "@/lib/server/form-action";

export const reset = publicAction(z.strictObject({ token: tokenShape, password: typedPassword }), async (input) => {
  const mark = await resetPassword(database(), input, now(), await readCaller());
  return { next: "/sign-in?why=password", after: () => enterAnew(mark) };
});
