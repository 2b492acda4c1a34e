"use server";

import { z } from "zod";
import { waitSentence } from "@/db/commands/identity/attempts";
import { publicAction } from "@/server/form-action";
import { stopByLink } from "@/server/stop-by-link";

export const stop = publicAction(z.strictObject({ token: z.string().max(200) }), async ({ token }) => {
  const wait = await stopByLink(token);
  return wait > 0 ? { refused: { message: waitSentence(wait) } } : {};
});
