"use server";

import { z } from "zod";
import { redeemSessionCode } from "@/db/commands/identity/session-code";
import { typedCode, typedPassword } from "@/lib/domain/identity/shapes";
import { readCaller } from "@/lib/server/auth/caller";
import { enterAnew } from "@/lib/server/auth/enter-session";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { publicAction } from "@/lib/server/form-action";

export const redeem = publicAction(z.strictObject({ code: typedCode, password: typedPassword }), async (input) => {
  const mark = await redeemSessionCode(database(), input, await readCaller(), now());
  return { next: "/sign-in?why=password", after: () => enterAnew(mark) };
});
