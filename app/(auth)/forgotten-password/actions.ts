"use server";

import { after } from "next/server";
import { z } from "zod";
import { requestLink } from "@/db/commands/identity/request-link";
import { emailShape } from "@/lib/identity/shapes";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";
import { logFault } from "@/server/log-fault";
import { mailIsSet } from "@/server/mail";

/** The answer goes out before anybody is looked up: it says nothing, and neither does the time it took. */
export const requestReset = publicAction(z.strictObject({ email: emailShape }), async ({ email }) => {
  const at = now();
  after(async () => {
    try {
      if (mailIsSet()) await requestLink(database(), email, "password_reset", at);
    } catch (error) {
      logFault("a password link was not made", error);
    }
  });
  return {
    message:
      "If there is an account with this address and letters may go to it, a link is on its way. Links that were sent before still work.",
  };
});
