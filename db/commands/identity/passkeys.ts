import { randomUUID } from "node:crypto";
import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import { and, count, eq, isNull } from "drizzle-orm";
import { NotFound, Refused } from "@/lib/errors";
import { mostPasskeys, type NewPasskey } from "@/lib/identity/passkey-form";
import { recordAudit } from "../../audit";
import { passkey } from "../../schema/passkey";
import type { Scope } from "../../scope";
import type { Caller } from "./caller";
import { tokenHash } from "./one-time-token";
import { mintChallenge, type Purpose, spendChallenge } from "./passkey-challenge";
import { lockAccountRow } from "./person";
import { type OwnScope, type Proof, provePassword } from "./prove-identity";
import { tellChange } from "./tell-change";

/** Whose passkeys are asked for: the host of the configured address, and the address itself. */
export type RelyingParty = { readonly id: string; readonly origin: string };

const purposeOf = ({ actor }: OwnScope): Purpose => `add|${actor.accountId}|${actor.sessionId}`;

/** Asks the browser for a new passkey, once the person has shown again who they are. The answer goes to `addPasskey`. */
export async function askForPasskey(
  scope: OwnScope,
  { password }: { password: string },
  { party, limitSecret }: { party: RelyingParty; limitSecret: string },
): Promise<Proof<string>> {
  const { actor, now } = scope;
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  const own = await livePasskeys(scope);
  const options = await generateRegistrationOptions({
    rpName: "Nearer",
    rpID: party.id,
    userName: known.proved.email,
    userDisplayName: "Nearer",
    userID: new Uint8Array(Buffer.from(actor.accountId)),
    challenge: mintChallenge(limitSecret, purposeOf(scope), now),
    attestationType: "none",
    excludeCredentials: own.map(({ credential }) => ({ id: credential })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { proved: JSON.stringify(options) };
}

/** Keeps what the browser made for that question: of this account, asked in this sign-in, answered once. */
export async function addPasskey(
  scope: OwnScope,
  answer: NewPasskey,
  { party, caller }: { party: RelyingParty; caller: Caller },
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  const purpose = purposeOf(scope);
  const spend = (challenge: string) =>
    spendChallenge(tx.$client, { secret: caller.limitSecret, purpose, challenge }, now);
  const { registrationInfo: made } = await verifyRegistrationResponse({
    response: answer as Parameters<typeof verifyRegistrationResponse>[0]["response"],
    expectedChallenge: spend,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!made) throw new Refused("The device’s answer was not accepted. Please begin again.");
  await lockAccountRow(scope, accountId);
  if ((await countOf(scope)) >= mostPasskeys)
    throw new Refused(`There are ${mostPasskeys} passkeys already. Take one away first.`);
  const id = randomUUID();
  const [kept] = await tx
    .insert(passkey)
    .values({
      ...{ practiceId, id, accountId },
      credential: made.credential.id,
      publicKey: Buffer.from(made.credential.publicKey),
      counter: made.credential.counter,
      transports: answer.response.transports ?? [],
      device: caller.device.slice(0, 80),
      markHash: caller.deviceMark ? tokenHash(caller.deviceMark) : null,
      addedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: passkey.id });
  if (!kept) throw new Refused("This passkey was added before.");
  await recordAudit(scope, "identity.passkey-added", { id });
  await tellChange(scope, accountId, "passkey-added");
}

/** From the next look on it opens nothing. Sign-ins that it opened go on until they are ended. */
export async function removePasskey(scope: OwnScope, passkeyId: string): Promise<void> {
  const { actor, tx, now } = scope;
  const { rowCount } = await tx
    .update(passkey)
    .set({ endedAt: now })
    .where(and(isLiveOf(scope, actor.accountId), eq(passkey.id, passkeyId)));
  if (!rowCount) throw new NotFound();
  await recordAudit(scope, "identity.passkey-removed", { id: passkeyId });
  await tellChange(scope, actor.accountId, "passkey-removed");
}

/** With a new password, or a second step that was taken away, every passkey is over: one may be somebody else's. */
export async function endPasskeys(scope: Scope, accountId: string): Promise<void> {
  await scope.tx.update(passkey).set({ endedAt: scope.now }).where(isLiveOf(scope, accountId));
}

const isLiveOf = ({ actor }: Pick<Scope, "actor">, accountId: string) =>
  and(eq(passkey.practiceId, actor.practiceId), eq(passkey.accountId, accountId), isNull(passkey.endedAt));

const livePasskeys = (scope: OwnScope) =>
  scope.tx.select({ credential: passkey.credential }).from(passkey).where(isLiveOf(scope, scope.actor.accountId));

async function countOf(scope: OwnScope): Promise<number> {
  const [row] = await scope.tx.select({ many: count() }).from(passkey).where(isLiveOf(scope, scope.actor.accountId));
  return row?.many ?? 0;
}
