import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, type SQL } from "drizzle-orm";
import type { Pool } from "pg";
import type { ClientActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { isPushAddress, type PushForm } from "@/lib/messages/push-address";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { pushSubscription } from "../../schema/push";
import type { Scope, Tx } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { tokenHash } from "../identity/one-time-token";
import { type Proof, provePassword } from "../identity/prove-identity";

type Here = { limitSecret: string; device: string; deviceMark: string; testOrigin: string | undefined };

/** Notes on this device, for a client who has shown again who they are. What was on here before ends: one device, one account. */
export async function turnPushOn(
  scope: Scope<ClientActor>,
  { password, address, publicKey, secret }: PushForm,
  { limitSecret, device, deviceMark, testOrigin }: Here,
): Promise<Proof<string>> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const known = await provePassword(scope, password, limitSecret);
  if ("problem" in known) return known;
  if (!isPushAddress(address, testOrigin))
    throw new Refused("This browser’s service for notes is not one of the internet.");
  await lockOwnRow(scope);
  const markHash = tokenHash(deviceMark);
  await endPushIn(tx, { markHash, exceptAccount: null, why: "replaced" }, now);
  const id = randomUUID();
  const { practiceId, accountId, clientId } = actor;
  const row = { practiceId, id, accountId, markHash, device: device.slice(0, 80), begunAt: now };
  await tx.insert(pushSubscription).values({ ...row, address, publicKey, secret });
  await recordAudit(scope, "letters.push-on", { id, clientId });
  return { proved: id };
}

/** One of the person's own devices is told nothing any more. */
export async function turnPushOff(scope: Scope<ClientActor>, subscriptionId: string): Promise<void> {
  authorize(scope.actor, "portal.use");
  const ended = await end(scope, eq(pushSubscription.id, subscriptionId), "turned-off");
  if (!ended) throw new NotFound();
  await recordAudit(scope, "letters.push-off", { id: subscriptionId, clientId: scope.actor.clientId });
}

/** Where other sign-ins of an account are ended, so is what their devices are told; not in the browser that asks. */
export async function endPushElsewhere(scope: Scope, accountId: string, here: Buffer | null): Promise<void> {
  const { actor, tx, now } = scope;
  await tx
    .update(pushSubscription)
    .set({ endedAt: now, endedFor: "signed-out-elsewhere" })
    .where(
      and(
        eq(pushSubscription.practiceId, actor.practiceId),
        eq(pushSubscription.accountId, accountId),
        isNull(pushSubscription.endedAt),
        here ? ne(pushSubscription.markHash, here) : undefined,
      ),
    );
}

async function end({ actor, tx, now }: Scope<ClientActor>, which: SQL, why: string): Promise<boolean> {
  const { rowCount } = await tx
    .update(pushSubscription)
    .set({ endedAt: now, endedFor: why })
    .where(
      and(
        eq(pushSubscription.practiceId, actor.practiceId),
        eq(pushSubscription.accountId, actor.accountId),
        isNull(pushSubscription.endedAt),
        which,
      ),
    );
  return Boolean(rowCount);
}

type Ending = { markHash: Buffer; exceptAccount: string | null; why: "replaced" | "another" | "left" };

/** Whoever's it was, in whichever practice: a door, because the browser is known before the person is. */
export const endPushIn = async (tx: Tx, { markHash, exceptAccount, why }: Ending, now: Date): Promise<void> => {
  await tx.$client.query("select door_end_push($1, $2, $3, $4)", [markHash, exceptAccount, why, now]);
};

/** Signing out and leaving quickly, also where the sign-in itself had run out before. */
export const endPushWhereLeft = async (pool: Pool, deviceMark: string, now: Date): Promise<void> => {
  await pool.query("select door_end_push($1, $2, $3, $4)", [tokenHash(deviceMark), null, "left", now]);
};
