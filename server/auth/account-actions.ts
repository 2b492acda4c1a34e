"use server";
import "server-only";
import { z } from "zod";
import { changeName } from "@/db/commands/identity/change-name";
import { changePassword } from "@/db/commands/identity/change-password";
import { renewRecoveryCodes } from "@/db/commands/identity/confirm-factor";
import { removeFactor, setUpFactor } from "@/db/commands/identity/remove-factor";
import { revokeOtherSessions, revokeOwnSession } from "@/db/commands/identity/revoke-sessions";
import { nameShape, typedCode, typedPassword } from "@/lib/identity/shapes";
import { env } from "../env";
import { accountAction } from "../form-action";

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

export const endSession = accountAction(z.strictObject({ sessionId: z.uuid() }), async (scope, { sessionId }) => {
  await revokeOwnSession(scope, sessionId);
  return { refresh: true };
});

export const endOthers = accountAction(nothing, async (scope) => {
  await revokeOtherSessions(scope);
  return { refresh: true };
});
