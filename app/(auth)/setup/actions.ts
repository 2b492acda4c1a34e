"use server";

import { z } from "zod";
import { createPractice, practiceShape } from "@/db/commands/identity/create-practice";
import { installBuiltIn } from "@/db/commands/shipped/install-built-in";
import { readCaller } from "@/server/auth/caller";
import { enterSession, landingRoute } from "@/server/auth/enter-session";
import { mayEnterSample } from "@/server/auth/sample-door";
import { isSetupToken } from "@/server/auth/setup-token";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";
import { writeSamplePractice } from "@/server/sample-practice";

const notThatLink = { message: "Open the set-up link that the start printed, and try again." };

const setUpShape = practiceShape.extend({ token: z.string().max(200) });

export const setUpPractice = publicAction(setUpShape, async ({ token, ...input }) => {
  if (!isSetupToken(token)) return { refused: notThatLink };
  const browser = await readCaller();
  const session = await createPractice(
    database(),
    input,
    { ...browser, equip: (scope) => installBuiltIn(scope) },
    now(),
  );
  return { next: landingRoute(session), after: () => enterSession(session) };
});

/** It cannot be undone, so that pressing the button alone is not enough. */
const sampleShape = z.strictObject({
  token: z.string().max(200),
  sure: z.literal("yes", { error: "Tick this first: Nearer then stays the sample here, for good." }),
});

/** Fills this installation with invented people instead; everybody in it signs in by one click. */
export const exploreSample = publicAction(sampleShape, async ({ token }) => {
  if (!isSetupToken(token) || !mayEnterSample()) return { refused: notThatLink };
  await writeSamplePractice();
  return { next: "/sign-in" };
});
