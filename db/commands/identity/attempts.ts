import { createHmac } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Caller } from "./caller";

/** Free tries, the longest wait in seconds, and how many seconds forgive one try. */
const limits = {
  account: { free: 5, cap: 60, forgive: 240 },
  address: { free: 20, cap: 300, forgive: 60 },
  code: { free: 5, cap: 300, forgive: 600 },
  link: { free: 3, cap: 300, forgive: 1200 },
  everyone: { free: 200, cap: 5, forgive: 1 },
} as const;

type Kind = keyof typeof limits;
export type AttemptSubject = { readonly kind: Kind; readonly of: string };

const keyOf = (secret: string, { kind, of }: AttemptSubject) =>
  `${kind}:${createHmac("sha256", secret).update(`${kind}|${of}`).digest("base64url")}`;

/**
 * What a door counts against: the address when it is known, the subject, and everybody together. Everybody comes last,
 * so that who has to wait for their own tries uses up nobody else's.
 */
export const countedFor = (caller: Caller, subject: AttemptSubject): AttemptSubject[] => [
  ...(caller.address ? [{ kind: "address" as const, of: caller.address }] : []),
  subject,
  { kind: "everyone", of: "*" },
];

/** Counts one try on every subject, or on none when one of them has to wait. Answers the seconds to wait; 0 means: go on. */
export async function beginAttempt(
  database: Pool | PoolClient,
  secret: string,
  subjects: readonly AttemptSubject[],
  now: Date,
): Promise<number> {
  for (const [at, subject] of subjects.entries()) {
    const { free, cap, forgive } = limits[subject.kind];
    const { rows } = await database.query<{ wait: number }>("select door_attempt_begin($1, $2, $3, $4, $5) as wait", [
      keyOf(secret, subject),
      now,
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
    const isShared = subject.kind === "everyone" || subject.kind === "address";
    await giveBack(database, secret, subject, !isShared);
  }
}

async function giveBack(
  database: Pool | PoolClient,
  secret: string,
  subject: AttemptSubject,
  forget: boolean,
): Promise<void> {
  await database.query("select door_attempt_good($1, $2)", [keyOf(secret, subject), forget]);
}

export const waitSentence = (seconds: number): string =>
  seconds < 60
    ? `There were several tries. Please wait ${seconds} ${seconds === 1 ? "second" : "seconds"}, then try again.`
    : `There were several tries. Please wait ${Math.ceil(seconds / 60)} ${seconds <= 60 ? "minute" : "minutes"}, then try again.`;
