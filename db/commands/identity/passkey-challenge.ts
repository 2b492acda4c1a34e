import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { tokenHash } from "./one-time-token";

/** For how long a question may be answered: somebody looks for a key, or unlocks a phone (ours). */
export const challengeMinutes = 5;

const randomPart = 16;
const timePart = 8;

/** What is asked at the door by anybody, or later by one account in one sign-in: for a new one, or for a proof. */
export type Purpose = "enter" | `${"add" | "again"}|${string}|${string}`;

/**
 * A question that only we can have asked. It says itself until when it stands, so that asking keeps nothing: a crowd at the
 * door fills no table. That it was answered is kept, and then it is worth nothing any more.
 */
export function mintChallenge(secret: string, purpose: Purpose, now: Date): Uint8Array<ArrayBuffer> {
  const body = Buffer.alloc(randomPart + timePart);
  randomBytes(randomPart).copy(body);
  body.writeBigUInt64BE(BigInt(now.getTime() + challengeMinutes * 60_000), randomPart);
  return new Uint8Array(Buffer.concat([body, sealOf(secret, purpose, body)]));
}

/** Takes an answer's question, once. False: not ours, not for this, too late, or answered before. */
export async function spendChallenge(
  database: Pool | PoolClient,
  { secret, purpose, challenge }: { secret: string; purpose: Purpose; challenge: string },
  now: Date,
): Promise<boolean> {
  const given = Buffer.from(challenge, "base64url");
  const body = given.subarray(0, randomPart + timePart);
  const seal = given.subarray(randomPart + timePart);
  const own = sealOf(secret, purpose, body);
  if (seal.length !== own.length || !timingSafeEqual(seal, own)) return false;
  const endsAt = new Date(Number(body.readBigUInt64BE(randomPart)));
  if (endsAt <= now) return false;
  const { rows } = await database.query<{ first: boolean }>("select door_spend_challenge($1, $2, $3) as first", [
    tokenHash(given.toString("base64url")),
    endsAt,
    now,
  ]);
  return rows[0]?.first === true;
}

const sealOf = (secret: string, purpose: Purpose, body: Buffer): Buffer =>
  createHmac("sha256", secret).update(`passkey|${purpose}|`).update(body).digest();
