import { createHmac } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { counted } from "@/lib/plural";
import type { Caller } from "./caller";

/**
 * Free tries, the longest wait in seconds, and how many seconds forgive one try. `pair` is one account from one address,
 * `account` from all addresses together, `device` from one browser that signed in to it before, `again` from a session, `letter` by the link in one.
 */
const limits = {
  device: { free: 10, cap: 60, forgive: 60 },
  pair: { free: 5, cap: 300, forgive: 240 },
  account: { free: 50, cap: 60, forgive: 60 },
  again: { free: 5, cap: 60, forgive: 240 },
  address: { free: 60, cap: 300, forgive: 60 },
  code: { free: 5, cap: 300, forgive: 600 },
  letter: { free: 10, cap: 60, forgive: 60 },
  everyone: { free: 200, cap: 5, forgive: 1 },
} as const;

type Kind = keyof typeof limits;
export type AttemptSubject = { readonly kind: Kind; readonly of: string };

const keyOf = (secret: string, { kind, of }: AttemptSubject) =>
  `${kind}:${createHmac("sha256", secret).update(`${kind}|${of}`).digest("base64url")}`;

/**
 * What a password counts against. Who comes in a browser that signed in to this account before counts alone: nobody
 * else's tries keep them waiting. Others count by address, by account and together, the narrowest first, so that who
 * has to wait for their own tries uses up nobody else's.
 */
export function countedFor(caller: Caller, of: string, knownMark: string | undefined): AttemptSubject[] {
  if (knownMark) return [{ kind: "device", of: `${of}|${knownMark}` }];
  const pair: AttemptSubject = { kind: "pair", of: `${of}|${caller.address ?? ""}` };
  const wider: AttemptSubject[] = caller.address
    ? [
        { kind: "address", of: caller.address },
        { kind: "account", of },
      ]
    : [];
  return [pair, ...wider, { kind: "everyone", of: "*" }];
}

/** What a code of the second step counts against: a known browser alone, all others of the account together. */
export function countedForCode(caller: Caller, accountId: string, knownMark: string | undefined): AttemptSubject[] {
  if (knownMark) return [{ kind: "code", of: `${accountId}|${knownMark}` }];
  const address: AttemptSubject[] = caller.address ? [{ kind: "address", of: caller.address }] : [];
  return [{ kind: "code", of: accountId }, ...address, { kind: "everyone", of: "*" }];
}

/** Counts one try on every subject, or on none when one of them has to wait. Answers the seconds to wait; 0 means: go on. */
export async function beginAttempt(
  database: Pool | PoolClient,
  secret: string,
  subjects: readonly AttemptSubject[],
): Promise<number> {
  for (const [at, subject] of subjects.entries()) {
    const { free, cap, forgive } = limits[subject.kind];
    const { rows } = await database.query<{ wait: number }>("select door_attempt_begin($1, $2, $3, $4) as wait", [
      keyOf(secret, subject),
      free,
      cap,
      forgive,
    ]);
    const wait = rows[0]?.wait ?? 0;
    if (wait === 0) continue;
    for (const counted of subjects.slice(0, at)) await giveBack(database, secret, counted, false);
    return wait;
  }
  return 0;
}

/** The try was good: the subject's own count is forgotten, the shared ones get theirs back. */
export async function attemptWasGood(
  database: Pool | PoolClient,
  secret: string,
  subjects: readonly AttemptSubject[],
): Promise<void> {
  for (const subject of subjects) {
    const isShared = subject.kind === "everyone" || subject.kind === "address" || subject.kind === "account";
    await giveBack(database, secret, subject, !isShared);
  }
}

async function giveBack(
  database: Pool | PoolClient,
  secret: string,
  subject: AttemptSubject,
  forget: boolean,
): Promise<void> {
  await database.query("select door_attempt_good($1, $2, $3)", [
    keyOf(secret, subject),
    forget,
    limits[subject.kind].free,
  ]);
}

/** From the machine: everybody begins anew. Answers how many counts there were. */
export async function forgetAllTries(database: Pool): Promise<number> {
  const { rows } = await database.query<{ gone: number }>("select door_forget_all_attempts() as gone");
  return rows[0]?.gone ?? 0;
}

export const waitSentence = (seconds: number): string =>
  seconds < 60
    ? `There were several tries. Please wait ${counted(seconds, "second")}, then try again.`
    : `There were several tries. Please wait ${Math.ceil(seconds / 60)} ${seconds <= 60 ? "minute" : "minutes"}, then try again.`;
