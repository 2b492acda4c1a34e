"use server";

import { after } from "next/server";
import { z } from "zod";
import { requestPasswordReset } from "@/db/commands/identity/request-password-reset";
import { resetLife } from "@/lib/domain/identity/link-life";
import { emailShape } from "@/lib/domain/identity/shapes";
import { readCaller } from "@/lib/server/auth/caller";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { publicAction } from "@/lib/server/form-action";
import { describeError, log } from "@/lib/server/log";
import { mailIsSet } from "@/lib/server/mail";

/** The answer goes out before anybody is looked up: it says nothing, and neither does the time it took. */
export const requestReset = publicAction(z.strictObject({ email: emailShape }), async ({ email }) => {
  const caller = await readCaller();
  const at = now();
  after(async () => {
    try {
      if (mailIsSet()) await requestPasswordReset(database(), email, caller, at);
    } catch (error) {
      log.error(describeError(error), "a password link was not made");
    }
  });
  return {
    message: `If there is an account with this address, a link is on its way to it. It works for ${resetLife}.`,
  };
});
