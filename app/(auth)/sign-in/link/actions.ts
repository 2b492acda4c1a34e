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
export const askForLink = publicAction(z.strictObject({ email: emailShape }), async ({ email }) => {
  const at = now();
  after(async () => {
    try {
      if (mailIsSet()) await requestLink(database(), email, "sign_in", at);
    } catch (error) {
      logFault("a link to sign in was not made", error);
    }
  });
  return {
    message:
      "If there is an account with this address and letters may go to it, a link is on its way. It works once, and the letter says for how long. Links that were sent before still work.",
  };
});
