"use server";

import { z } from "zod";
import { waitSentence } from "@/db/commands/identity/attempts";
import { verifySecondFactor } from "@/db/commands/identity/verify-second-factor";
import { typedCode } from "@/lib/identity/shapes";
import { lockedWords } from "@/lib/identity/totp-rule";
import { plural } from "@/lib/plural";
import { readCaller } from "@/server/auth/caller";
import { readChallenge } from "@/server/auth/challenge-cookie";
import { comesIn } from "@/server/auth/enter-session";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

const over = "The time or the tries for this code are over. Go back and sign in with your password again.";

export const sendCode = publicAction(z.strictObject({ code: typedCode }), async ({ code }) => {
  const challenge = await readChallenge();
  if (!challenge) return { refused: { message: over } };
  const answer = await verifySecondFactor(database(), { challenge, code }, await readCaller(), now());
  switch (answer.result) {
    case "wait":
      return { refused: { message: waitSentence(answer.seconds) } };
    case "over":
      return { refused: { message: over } };
    case "refused": {
      if (answer.isLocked) return { refused: { message: "Use a recovery code.", fields: { code: lockedWords } } };
      const left = plural(answer.triesLeft, "One try is left.", `${answer.triesLeft} tries are left.`);
      const problem = `That code does not fit. Codes change every 30 seconds and work once. ${left}`;
      return { refused: { message: "Try the next code.", fields: { code: problem } } };
    }
    case "session":
      return comesIn(answer.session);
  }
});
