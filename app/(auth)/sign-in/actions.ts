"use server";

import { z } from "zod";
import { waitSentence } from "@/db/commands/identity/attempts";
import { signInWithPassword } from "@/db/commands/identity/sign-in";
import { signInToSample } from "@/db/commands/identity/sign-in-to-sample";
import { NotFound } from "@/lib/errors";
import { emailShape, typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { writeChallenge } from "@/server/auth/challenge-cookie";
import { enterSession, landingRoute } from "@/server/auth/enter-session";
import { mayEnterSample } from "@/server/auth/sample-door";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

const wayAround =
  "Too long? “Forgotten it?” brings a link by letter, or your therapist makes a code with you: with a new password you come in at once.";

const signInShape = z.strictObject({ email: emailShape, password: typedPassword });

export const signIn = publicAction(signInShape, async (input) => {
  const answer = await signInWithPassword(database(), input, await readCaller(), now());
  switch (answer.result) {
    case "wait":
      return { refused: { message: `${waitSentence(answer.seconds)} ${wayAround}` } };
    case "refused":
      return {
        refused: { message: "This e-mail and password do not belong together. Check both, or choose a new password." },
      };
    case "code":
      return { next: "/sign-in/code", after: () => writeChallenge(answer.token, answer.endsAt) };
    case "session":
      return { next: landingRoute(answer.session), after: () => enterSession(answer.session) };
  }
});

/** All conditions again, whatever page sent this: settings here, the sample practice in the database. */
export const enterSample = publicAction(z.strictObject({ accountId: z.uuid() }), async ({ accountId }) => {
  if (!mayEnterSample()) throw new NotFound();
  const session = await signInToSample(database(), accountId, await readCaller(), now());
  return { next: landingRoute(session), after: () => enterSession(session) };
});
