"use server";

import type { Route } from "next";
import { z } from "zod";
import { askAtLock, type LockAnswer, openLock, openLockByPasskey } from "@/db/commands/identity/open-lock";
import { NotFound } from "@/lib/errors";
import { passkeyEntryForm } from "@/lib/identity/passkey-form";
import { typedPassword } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { relyingParty } from "@/server/auth/relying-party";
import { readSessionToken } from "@/server/auth/session-cookie";
import { clearWay, readWay } from "@/server/auth/way-cookie";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { env } from "@/server/env";
import { type Outcome, publicAction } from "@/server/form-action";

const over: Outcome = { next: "/sign-in?why=revoked" as Route };

/** To where they were. Whose sign-in is over by too many tries signs in from the start. */
async function afterTry(answer: LockAnswer): Promise<Outcome> {
  if (answer.result === "over") return over;
  if (answer.result === "refused")
    return { refused: { message: "That did not open it.", fields: { proof: answer.problem } } };
  return { next: ((await readWay()) ?? "/caseload") as Route, after: clearWay };
}

export const open = publicAction(z.strictObject({ proof: typedPassword }), async ({ proof }) => {
  const token = await readSessionToken();
  if (!token) return over;
  return afterTry(await openLock(database(), token, proof, await readCaller(), now()));
});

/** What the device is asked: for this person's own passkeys. */
export const askPasskey = publicAction(z.strictObject({}), async () => {
  const [party, token] = [relyingParty(), await readSessionToken()];
  if (!party || !token) throw new NotFound();
  const asked = await askAtLock(database(), token, { party, limitSecret: env().NEXTAUTH_SECRET }, now());
  if (!asked) throw new NotFound();
  return { shown: { asked } };
});

export const openByPasskey = publicAction(passkeyEntryForm, async ({ answer }) => {
  const [party, token] = [relyingParty(), await readSessionToken()];
  if (!party || !token) throw new NotFound();
  const caller = await readCaller();
  const tried = await openLockByPasskey(database(), token, answer, { party, caller }, now());
  if (tried.result === "refused") return { refused: { message: tried.problem } };
  return afterTry(tried);
});
