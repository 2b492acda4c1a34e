"use server";

import { z } from "zod";
import { confirmFactor } from "@/db/commands/identity/confirm-factor";
import { typedCode } from "@/lib/identity/shapes";
import { env } from "@/server/env";
import { accountAction } from "@/server/form-action";

export const confirm = accountAction(z.strictObject({ code: typedCode }), async (scope, { code }) => {
  const proof = await confirmFactor(scope, code, env().NEXTAUTH_SECRET);
  if ("problem" in proof) return { refused: { message: "Try the next code.", fields: { code: proof.problem } } };
  return { shown: { codes: proof.proved } };
});
