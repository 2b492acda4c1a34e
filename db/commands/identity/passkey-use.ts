import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, isNull } from "drizzle-orm";
import type { PasskeyEntry } from "@/lib/identity/passkey-form";
import { recordAudit } from "../../audit";
import { passkey } from "../../schema/passkey";
import type { Scope } from "../../scope";
import type { Caller } from "./caller";
import { type Purpose, spendChallenge } from "./passkey-challenge";
import type { RelyingParty } from "./passkeys";

type Key = Pick<typeof passkey.$inferSelect, "id" | "credential" | "publicKey" | "counter" | "accountId">;

/** A passkey of that account that nobody took away, locked: its count only goes up. */
export async function findOwnPasskey(
  { actor, tx }: Scope,
  accountId: string,
  credential: string,
): Promise<Key | undefined> {
  const [key] = await tx
    .select()
    .from(passkey)
    .where(
      and(
        eq(passkey.practiceId, actor.practiceId),
        eq(passkey.credential, credential),
        eq(passkey.accountId, accountId),
        isNull(passkey.endedAt),
      ),
    )
    .for("update");
  return key;
}

/** Whether the device's answer fits this key and this question; kept either way. */
export async function keepPasskeyUse(
  scope: Scope,
  key: Key,
  answer: PasskeyEntry,
  asked: { party: RelyingParty; caller: Caller; purpose: Purpose },
): Promise<boolean> {
  const { actor, tx, now } = scope;
  const counter = await counterAfter(scope, key, answer, asked);
  if (counter === null) {
    await recordAudit(scope, "identity.passkey-refused", { id: key.id });
    return false;
  }
  await tx
    .update(passkey)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(passkey.practiceId, actor.practiceId), eq(passkey.id, key.id)));
  return true;
}

/** The key's own count after this answer; null where the answer does not fit, or counts backwards as a copy would. */
async function counterAfter(
  { tx, now }: Scope,
  { credential, publicKey, counter, accountId }: Key,
  answer: PasskeyEntry,
  { party, caller, purpose }: { party: RelyingParty; caller: Caller; purpose: Purpose },
): Promise<number | null> {
  // The account is named by the key as well: an answer of one account opens no other.
  const { userHandle } = answer.response;
  if (userHandle !== undefined && Buffer.from(userHandle, "base64url").toString() !== accountId) return null;
  const secret = caller.limitSecret;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
    expectedChallenge: (challenge) => spendChallenge(tx.$client, { secret, purpose, challenge }, now),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id: credential, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  return verified && authenticationInfo?.userVerified ? authenticationInfo.newCounter : null;
}
