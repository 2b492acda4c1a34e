"use server";
import "server-only";
import { z } from "zod";
import { changeName } from "@/db/commands/identity/change-name";
import { changePassword } from "@/db/commands/identity/change-password";
import { renewRecoveryCodes } from "@/db/commands/identity/confirm-factor";
import { addPasskey, askForPasskey, type RelyingParty, removePasskey } from "@/db/commands/identity/passkeys";
import { removeFactor, setUpFactor } from "@/db/commands/identity/remove-factor";
import { revokeOtherSessions, revokeOwnSession } from "@/db/commands/identity/revoke-sessions";
import type { OpenSession } from "@/db/queries/identity/session";
import { NotFound } from "@/lib/errors";
import { newPasskeyForm } from "@/lib/identity/passkey-form";
import { nameShape, typedCode, typedPassword } from "@/lib/identity/shapes";
import { env } from "../env";
import { accountAction } from "../form-action";
import { readCaller } from "./caller";
import { relyingParty } from "./relying-party";

const nothing = z.strictObject({});

export const rename = accountAction(z.strictObject({ name: nameShape }), async (scope, { name }) => {
  await changeName(scope, name);
  return { refresh: true, message: "Saved." };
});

const newPasswordShape = z.strictObject({ current: typedPassword, password: typedPassword });

export const newPassword = accountAction(newPasswordShape, async (scope, input) => {
  const proof = await changePassword(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in proof) {
    return { refused: { message: "The password was not changed.", fields: { current: proof.problem } } };
  }
  return { refresh: true, message: "Your password is changed. Other devices are signed out." };
});

export const startFactor = accountAction(z.strictObject({ password: typedPassword }), async (scope, input) => {
  const proof = await setUpFactor(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in proof) return { refused: { message: "Nothing was changed.", fields: { password: proof.problem } } };
  return { next: "/second-factor" };
});

export const newCodes = accountAction(z.strictObject({ code: typedCode }), async (scope, { code }) => {
  const proof = await renewRecoveryCodes(scope, code, env().NEXTAUTH_SECRET);
  if ("problem" in proof) return { refused: { message: "No new codes were made.", fields: { code: proof.problem } } };
  return { shown: { codes: proof.proved } };
});

const dropShape = z.strictObject({ password: typedPassword, code: typedCode });

export const dropFactor = accountAction(dropShape, async (scope, input) => {
  const proof = await removeFactor(scope, input, env().NEXTAUTH_SECRET);
  if ("problem" in proof) return { refused: { message: proof.problem } };
  return scope.actor.kind === "staff" ? { next: "/second-factor" } : { refresh: true, message: "It is off." };
});

/** Passkeys are for who is in: somebody who still has to set up the second step does that first. */
function partyFor({ stage }: OpenSession): RelyingParty {
  const party = relyingParty();
  if (!party || stage !== "full") throw new NotFound();
  return party;
}

export const beginPasskey = accountAction(
  z.strictObject({ password: typedPassword }),
  async (scope, input, session) => {
    const limitSecret = env().NEXTAUTH_SECRET;
    const proof = await askForPasskey(scope, input, { party: partyFor(session), limitSecret });
    if ("problem" in proof)
      return { refused: { message: "Nothing was changed.", fields: { password: proof.problem } } };
    return { shown: { asked: proof.proved } };
  },
);

export const keepPasskey = accountAction(newPasskeyForm, async (scope, { answer }, session) => {
  await addPasskey(scope, answer, { party: partyFor(session), caller: await readCaller() });
  return { refresh: true, message: "This device can open Nearer now." };
});

export const dropPasskey = accountAction(z.strictObject({ passkeyId: z.uuid() }), async (scope, { passkeyId }) => {
  await removePasskey(scope, passkeyId);
  return { refresh: true };
});

export const endSession = accountAction(z.strictObject({ sessionId: z.uuid() }), async (scope, { sessionId }) => {
  await revokeOwnSession(scope, sessionId);
  return { refresh: true };
});

export const endOthers = accountAction(nothing, async (scope) => {
  await revokeOtherSessions(scope);
  return { refresh: true };
});
