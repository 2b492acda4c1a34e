"use server";

import { z } from "zod";
import { waitSentence } from "@/db/commands/identity/attempts";
import { signInWithPassword } from "@/db/commands/identity/sign-in";
import { signInToSample } from "@/db/commands/identity/sign-in-to-sample";
import { askAtDoor, signInWithPasskey } from "@/db/commands/identity/sign-in-with-passkey";
import { NotFound } from "@/lib/errors";
import { passkeyEntryForm } from "@/lib/identity/passkey-form";
import { emailShape, typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { comesIn, whatFollows } from "@/server/auth/enter-session";
import { relyingParty } from "@/server/auth/relying-party";
import { mayEnterSample } from "@/server/auth/sample-door";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { env } from "@/server/env";
import { publicAction } from "@/server/form-action";
import { mailIsSet } from "@/server/mail";

/** A link by letter waits for nobody; it is offered on the page too, where letters go out at all. */
const wayAround = () =>
  mailIsSet()
    ? "Too long? “Send me a link” below brings you in without waiting."
    : "Too long? A code that is made for you brings you in at once.";

const signInShape = z.strictObject({ email: emailShape, password: typedPassword });

export const signIn = publicAction(signInShape, async (input) => {
  const answer = await signInWithPassword(database(), input, await readCaller(), now());
  switch (answer.result) {
    case "wait":
      return { refused: { message: `${waitSentence(answer.seconds)} ${wayAround()}` } };
    case "refused":
      return {
        refused: { message: "This e-mail and password do not belong together. Check both, or choose a new password." },
      };
    default:
      return whatFollows(answer);
  }
});

/** What the browser is asked, for whoever comes: it names nobody. */
export const askPasskey = publicAction(z.strictObject({}), async () => {
  const party = relyingParty();
  if (!party) throw new NotFound();
  return { shown: { asked: await askAtDoor(party, env().NEXTAUTH_SECRET, now()) } };
});

export const enterByPasskey = publicAction(passkeyEntryForm, async ({ answer }) => {
  const party = relyingParty();
  if (!party) throw new NotFound();
  const entry = await signInWithPasskey(database(), answer, { party, caller: await readCaller() }, now());
  switch (entry.result) {
    case "wait":
      return { refused: { message: waitSentence(entry.seconds) } };
    case "refused":
      return { refused: { message: "That passkey does not open Nearer. Sign in with e-mail and password instead." } };
    default:
      return whatFollows(entry);
  }
});

/** All conditions again, whatever page sent this: settings here, the sample practice in the database. */
export const enterSample = publicAction(z.strictObject({ accountId: z.uuid() }), async ({ accountId }) => {
  if (!mayEnterSample()) throw new NotFound();
  const session = await signInToSample(database(), accountId, await readCaller(), now());
  return comesIn(session);
});
