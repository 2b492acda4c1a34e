import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { Pool } from "pg";
import type { Caller } from "@/db/commands/identity/caller";
import { confirmFactor } from "@/db/commands/identity/confirm-factor";
import { tokenHash } from "@/db/commands/identity/one-time-token";
import type { OpenedSession } from "@/db/commands/identity/open-session";
import { signInWithPassword } from "@/db/commands/identity/sign-in";
import { hashPassword } from "@/db/password";
import { getFactorSetup } from "@/db/queries/identity/own-account";
import { lookAtSession } from "@/db/queries/identity/pre-auth";
import { addressSafety } from "@/db/schema/address-safety";
import { client } from "@/db/schema/clients";
import { account, practice } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { adminUrl, appUrl } from "@/db/testing/database";
import type { ClientActor, StaffActor, SystemActor } from "@/lib/actor";
import { totpShape } from "@/lib/identity/totp-rule";
import { withClient } from "@/runtime/roles";

export const goodPassword = "otter candle viaduct plum";
export const anotherPassword = "lantern gravel oboe thirteen";
export const limitSecret = "a secret of thirty-two characters";
let pool: Pool | undefined;

/** This worker's database as the application reaches it. Seals with a key of the tests' own. */
export function peoplePool(): Pool {
  holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  if (pool) return pool;
  pool = new Pool({ connectionString: appUrl(), max: 24 });
  pool.on("error", () => undefined);
  return pool;
}

let mintedHash: Promise<string> | undefined;

/** Every caller is another browser at another address, so that tests do not count against each other. */
export const newCaller = (): Caller => ({
  limitSecret: `${limitSecret}${randomUUID()}`,
  address: "198.51.100.7",
  device: "Firefox on Linux",
  deviceMark: undefined,
});

/** Tries are counted by the database's clock: this much time passes there for all of them. */
export async function passTime(seconds: number): Promise<void> {
  await withClient(adminUrl(), (admin) =>
    admin.query(
      `update attempt_limit set last_failure_at = last_failure_at - make_interval(secs => $1),
         open_again_at = open_again_at - make_interval(secs => $1)`,
      [seconds],
    ),
  );
}

export type MintedPerson = {
  practiceId: string;
  accountId: string;
  email: string;
  role: "owner" | "supervisor" | "therapist" | "client";
};

/** An account with a password that `goodPassword` fits, in a practice of its own unless one is given. */
export async function mintPerson(
  pool: Pool,
  now: Date,
  {
    role = "owner" as MintedPerson["role"],
    practiceId,
    therapistId,
    password = true,
  }: {
    role?: MintedPerson["role"];
    practiceId?: string;
    therapistId?: string;
    password?: boolean;
  } = {},
): Promise<MintedPerson> {
  mintedHash ??= hashPassword(goodPassword);
  const passwordHash = password ? await mintedHash : null;
  const home = practiceId ?? randomUUID();
  const accountId = randomUUID();
  const email = `${accountId}@people.example`;
  const system: SystemActor = { kind: "system", role: "system", practiceId: home };
  await withScope(pool, system, now, async ({ tx }) => {
    if (!practiceId) {
      await tx
        .insert(practice)
        .values({ practiceId: home, name: "Northbank", country: "GB", zone: "Europe/London", createdAt: now });
    }
    await tx.insert(account).values({
      practiceId: home,
      id: accountId,
      role,
      email,
      name: "Alma Keller",
      zone: "Europe/London",
      passwordHash,
      createdAt: now,
    });
    if (role === "client") {
      const responsible = therapistId ?? accountId;
      await tx.insert(client).values({
        practiceId: home,
        id: randomUUID(),
        accountId,
        therapistId: responsible,
        recordNumber: Math.floor(Math.random() * 2_000_000_000),
        zone: "Europe/London",
        createdBy: responsible,
        createdAt: now,
      });
      await tx.insert(addressSafety).values({
        practiceId: home,
        id: randomUUID(),
        accountId,
        addressHash: tokenHash(email),
        answer: "safe",
        saidTo: responsible,
        saidAt: now,
      });
    }
  });
  return { practiceId: home, accountId, email, role };
}

export async function signedIn(pool: Pool, person: MintedPerson, now: Date): Promise<OpenedSession> {
  const answer = await signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), now);
  if (answer.result !== "session") throw new Error(`expected a session, got ${answer.result}`);
  return answer.session;
}

/** Whoever this cookie is, as pages and actions see them. */
export async function actorOf(
  pool: Pool,
  { token }: Pick<OpenedSession, "token">,
  now: Date,
): Promise<StaffActor | ClientActor> {
  const answer = await lookAtSession(pool, tokenHash(token), now);
  if (answer.state !== "live") throw new Error(`expected a live session, got ${answer.state}`);
  return answer.session.actor;
}

export const stateOf = async (pool: Pool, { token }: Pick<OpenedSession, "token">, now: Date): Promise<string> =>
  (await lookAtSession(pool, tokenHash(token), now)).state;

export const asPerson = async <T>(
  pool: Pool,
  session: OpenedSession,
  now: Date,
  run: (scope: Scope<StaffActor | ClientActor>) => Promise<T>,
): Promise<T> => withScope(pool, await actorOf(pool, session, now), now, run);

export async function asStaff<T>(
  pool: Pool,
  session: OpenedSession,
  now: Date,
  run: (scope: Scope<StaffActor>) => Promise<T>,
): Promise<T> {
  const actor = await actorOf(pool, session, now);
  if (actor.kind !== "staff") throw new Error("expected staff");
  return withScope(pool, actor, now, run);
}

export const codeAt = (key: string, now: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(key), ...totpShape, timestamp: now.getTime() });

export type Factor = { session: OpenedSession; key: string; recoveryCodes: string[] };

/** Signs in and confirms a second factor with the code of `now`. */
export async function withFactor(pool: Pool, person: MintedPerson, now: Date): Promise<Factor> {
  const session = await signedIn(pool, person, now);
  return asPerson(pool, session, now, async (scope) => {
    const setup = await getFactorSetup(scope);
    if (setup.state !== "waiting") throw new Error(`expected a key, got ${setup.state}`);
    const proof = await confirmFactor(scope, codeAt(setup.key, now), limitSecret);
    if ("problem" in proof) throw new Error(proof.problem);
    return { session, key: setup.key, recoveryCodes: proof.proved };
  });
}

export const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);
