"use server";

import { z } from "zod";
import { redeemSessionCode } from "@/db/commands/identity/session-code";
import { typedCode, typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { enterAnew } from "@/server/auth/enter-session";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

export const redeem = publicAction(z.strictObject({ code: typedCode, password: typedPassword }), async (input) => {
  const mark = await redeemSessionCode(database(), input, await readCaller(), now());
  return { next: "/sign-in?why=password", after: () => enterAnew(mark) };
});
