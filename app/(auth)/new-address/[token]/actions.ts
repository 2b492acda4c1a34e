"use server";

import { z } from "zod";
import { confirmAddress } from "@/db/commands/clients/confirm-address";
import { tokenShape, typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

export const confirm = publicAction(z.strictObject({ token: tokenShape, password: typedPassword }), async (input) => {
  const confirmed = await confirmAddress(database(), input, await readCaller(), now());
  if ("problem" in confirmed)
    return { refused: { message: "The address was not changed.", fields: { password: confirmed.problem } } };
  return { next: "/sign-in?why=address" };
});
