"use server";

import { z } from "zod";
import { askForStepUp, stepUp, stepUpByPasskey } from "@/db/commands/identity/step-up";
import { NotFound } from "@/lib/errors";
import { passkeyEntryForm } from "@/lib/identity/passkey-form";
import { typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { relyingParty } from "@/server/auth/relying-party";
import { env } from "@/server/env";
import { staffAction } from "@/server/form-action";

export const proveByPassword = staffAction(z.strictObject({ password: typedPassword }), async (scope, { password }) => {
  const proof = await stepUp(scope, password, env().NEXTAUTH_SECRET);
  if ("problem" in proof) return { refused: { message: "That did not fit.", fields: { password: proof.problem } } };
  return { refresh: true };
});

export const askPasskey = staffAction(z.strictObject({}), async (scope) => {
  const party = relyingParty();
  if (!party) throw new NotFound();
  return { shown: { asked: await askForStepUp(scope, party, env().NEXTAUTH_SECRET) } };
});

export const proveByPasskey = staffAction(passkeyEntryForm, async (scope, { answer }) => {
  const party = relyingParty();
  if (!party) throw new NotFound();
  const proof = await stepUpByPasskey(scope, answer, { party, caller: await readCaller() });
  if ("problem" in proof) return { refused: { message: proof.problem } };
  return { refresh: true };
});
