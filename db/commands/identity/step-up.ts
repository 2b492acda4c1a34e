import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import type { PasskeyEntry } from "@/lib/identity/passkey-form";
import { recordAudit } from "../../audit";
import { session } from "../../schema/identity";
import { attemptWasGood, beginAttempt, waitSentence } from "./attempts";
import type { Caller } from "./caller";
import { mintChallenge, type Purpose } from "./passkey-challenge";
import { findOwnPasskey, keepPasskeyUse } from "./passkey-use";
import type { RelyingParty } from "./passkeys";
import { type OwnScope, type Proof, provePassword } from "./prove-identity";

/** The password again, before what an unattended screen must not allow. */
export async function stepUp(scope: OwnScope, password: string, limitSecret: string): Promise<Proof<true>> {
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  await keepProof(scope);
  return { proved: true };
}

const purposeOf = ({ actor }: OwnScope): Purpose => `again|${actor.accountId}|${actor.sessionId}`;

/** Asks the device for one of this person's own passkeys. */
export async function askForStepUp(scope: OwnScope, party: RelyingParty, limitSecret: string): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: mintChallenge(limitSecret, purposeOf(scope), scope.now),
    userVerification: "required",
  });
  return JSON.stringify(options);
}

/** The device was held and unlocked: the same as the password. Tries count together. */
export async function stepUpByPasskey(
  scope: OwnScope,
  answer: PasskeyEntry,
  { party, caller }: { party: RelyingParty; caller: Caller },
): Promise<Proof<true>> {
  const { accountId } = scope.actor;
  const counted = [{ kind: "again" as const, of: accountId }];
  const seconds = await beginAttempt(scope.tx.$client, caller.limitSecret, counted);
  if (seconds > 0) return { problem: waitSentence(seconds) };
  const key = await findOwnPasskey(scope, accountId, answer.id);
  const fits = key && (await keepPasskeyUse(scope, key, answer, { party, caller, purpose: purposeOf(scope) }));
  if (!fits) return { problem: "That passkey is not one of yours here. Use your password instead." };
  await attemptWasGood(scope.tx.$client, caller.limitSecret, counted);
  await keepProof(scope);
  return { proved: true };
}

async function keepProof(scope: OwnScope): Promise<void> {
  const { actor, tx, now } = scope;
  await tx
    .update(session)
    .set({ provedAt: now })
    .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId)));
  await recordAudit(scope, "identity.proved-again", { id: actor.accountId });
}
