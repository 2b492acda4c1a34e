import "server-only";
import { onlyThis, type Pass, withPass } from "@/db/commands/assessments/in-session";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { readPass } from "./auth/pass-cookie";
import { now } from "./clock";
import { database } from "./database";

/** What the pass of this device opens; null when there is none, or it has ended. */
export async function inPass<T>(run: (scope: Scope<ClientActor>, pass: Pass) => Promise<T>): Promise<T | null> {
  const token = await readPass();
  return token ? withPass(database(), token, now(), run) : null;
}

/** An action of the one form: its sitting must be the pass's own. */
export async function actInPass<T>(
  assessmentId: string,
  run: (scope: Scope<ClientActor>, pass: Pass) => Promise<T>,
): Promise<T> {
  const done = await inPass(async (scope, pass) => {
    onlyThis(pass, assessmentId);
    return { result: await run(scope, pass) };
  });
  if (!done) throw new Refused("The time on this device is over. What was saved is kept. Please hand it back.");
  return done.result;
}

export const handedBack = "/in-session/done";
