"use server";

import { after } from "next/server";
import { z } from "zod";
import { requestPasswordReset } from "@/db/commands/identity/request-password-reset";
import { emailShape } from "@/lib/identity/shapes";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";
import { describeError, log } from "@/server/log";
import { mailIsSet } from "@/server/mail";

/** The answer goes out before anybody is looked up: it says nothing, and neither does the time it took. */
export const requestReset = publicAction(z.strictObject({ email: emailShape }), async ({ email }) => {
  const at = now();
  after(async () => {
    try {
      if (mailIsSet()) await requestPasswordReset(database(), email, at);
    } catch (error) {
      log.error(describeError(error), "a password link was not made");
    }
  });
  return {
    message:
      "If there is an account with this address and letters may go to it, a link is on its way. Links that were sent before still work.",
  };
});
