"use server";
import "server-only";
import { factorResetShape, resetFactor } from "@/db/commands/identity/reset-factor";
import { env } from "../env";
import { staffAction } from "../form-action";

export const takeFactorAway = staffAction(factorResetShape, async (scope, input) => {
  const proof = await resetFactor(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in proof) {
    return { refused: { message: "Nothing was changed.", fields: { password: proof.problem } } };
  }
  return { refresh: true, message: "It is gone. They set up a new one at their next sign-in." };
});
