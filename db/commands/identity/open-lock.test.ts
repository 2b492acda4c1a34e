import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { isFreshlyProved } from "@/db/queries/identity/fresh-proof";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { lookAtLocked, stayInSession } from "@/db/queries/identity/pre-auth";
import { adminUrl } from "@/db/testing/database";
import {
  asPerson,
  codeAt,
  type Factor,
  goodPassword,
  later,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import { softAuthenticator } from "@/db/testing/soft-authenticator";
import { MOST_LOCK_TRIES, sessionLimits } from "@/lib/identity/session-limits";
import { withClient } from "@/runtime/roles";
import { askAtLock, openLock, openLockByPasskey } from "./open-lock";
import { addPasskey, askForPasskey } from "./passkeys";
import { signInWithPassword } from "./sign-in";
import { signOut } from "./sign-out";
import { verifySecondFactor } from "./verify-second-factor";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const minutes = (count: number) => later(now, count * 60);
const hash = (token: string) => createHash("sha256").update(token).digest();
const party = { id: "localhost", origin: "http://localhost:3000" };
const { idleSeconds, absoluteSeconds } = sessionLimits("owner");

let person: MintedPerson;
let factor: Factor;
beforeEach(async () => {
  person = await mintPerson(pool, now);
  factor = await withFactor(pool, person, now);
});

const lockedAt = later(now, idleSeconds);
const open = (typed: string, at = lockedAt) => openLock(pool, factor.session.token, typed, newCaller(), at);
const state = (at: Date) => stateOf(pool, factor.session, at);
const told = async () => {
  const { rows } = await withClient(adminUrl(), (admin) =>
    admin.query<{ action: string }>(
      "select action from audit_entry where practice_id = $1 and action like 'identity.lock%' order by action desc",
      [person.practiceId],
    ),
  );
  return rows.map(({ action }) => action);
};

describe("a sign-in of the staff after a quiet while", () => {
  it("is locked, and nothing wakes it but who shows who they are", async () => {
    expect(await state(later(lockedAt, -1))).toBe("live");
    expect(await state(lockedAt)).toBe("locked");
    expect((await stayInSession(pool, hash(factor.session.token), lockedAt)).state).toBe("locked");
    expect(await state(lockedAt)).toBe("locked");
    const found = await lookAtLocked(pool, hash(factor.session.token), lockedAt);
    expect(found).toMatchObject({ practiceName: "Northbank", actor: { accountId: person.accountId, kind: "staff" } });
  });

  it("ends at its full time all the same", async () => {
    const end = later(now, absoluteSeconds);
    expect(await state(later(end, -1))).toBe("locked");
    expect(await state(end)).toBe("ended");
    expect(await lookAtLocked(pool, hash(factor.session.token), end)).toBeNull();
    expect(await open(goodPassword, end)).toEqual({ result: "over" });
  });

  it("is never that of a client, of somebody without a second step, or of the sample practice", async () => {
    const client = await signedIn(pool, await mintPerson(pool, now, { role: "client" }), now);
    expect(await stateOf(pool, client, minutes(20))).toBe("idle");
    const bare = await signedIn(pool, await mintPerson(pool, now), now);
    expect(await stateOf(pool, bare, lockedAt)).toBe("idle");
    await withClient(adminUrl(), (admin) =>
      admin.query("update practice set is_sample = true where practice_id = $1", [person.practiceId]),
    );
    expect(await state(lockedAt)).toBe("idle");
    for (const { token } of [client, bare, factor.session]) {
      expect(await lookAtLocked(pool, hash(token), lockedAt)).toBeNull();
      expect(await openLock(pool, token, goodPassword, newCaller(), lockedAt)).toEqual({ result: "over" });
    }
  });
});

describe("opening it", () => {
  it("takes the password, which also shows who it is; the session is the same", async () => {
    expect(await open(goodPassword)).toEqual({ result: "opened" });
    expect(await state(later(lockedAt, 60))).toBe("live");
    expect(await asPerson(pool, factor.session, lockedAt, isFreshlyProved)).toBe(true);
    expect(await told()).toEqual(["identity.lock-opened"]);
    expect(await state(later(lockedAt, idleSeconds))).toBe("locked");
  });

  it("takes a code of the app once, and no recovery code", async () => {
    expect(await open(factor.recoveryCodes[0] ?? "")).toMatchObject({ result: "refused" });
    expect(await open(codeAt(factor.key, lockedAt))).toEqual({ result: "opened" });
    expect(await asPerson(pool, factor.session, lockedAt, isFreshlyProved)).toBe(false);
    const again = later(lockedAt, idleSeconds);
    expect(await open(codeAt(factor.key, lockedAt), again)).toMatchObject({ result: "refused" });
    expect(await open(codeAt(factor.key, again), again)).toEqual({ result: "opened" });
    const { recoveryCodesLeft } = await asPerson(pool, factor.session, again, getOwnAccount);
    expect(recoveryCodesLeft).toBe(factor.recoveryCodes.length);
  });

  it("takes a passkey of their own, asked for here, once", async () => {
    const device = softAuthenticator(party);
    const limits = newCaller();
    await asPerson(pool, factor.session, now, async (scope) => {
      const asked = await askForPasskey(scope, { password: goodPassword }, { party, limitSecret: limits.limitSecret });
      if ("problem" in asked) throw new Error(asked.problem);
      await addPasskey(scope, device.make(asked.proved), { party, caller: limits });
    });
    const by = { party, caller: limits };
    const ask = () => askAtLock(pool, factor.session.token, { party, limitSecret: limits.limitSecret }, lockedAt);
    const answer = device.answer((await ask()) ?? "");
    const enter = (given: typeof answer, at = lockedAt) => openLockByPasskey(pool, factor.session.token, given, by, at);
    expect(await enter(answer)).toEqual({ result: "opened" });
    expect(await ask()).toBeNull();
    expect(await enter(answer, later(lockedAt, idleSeconds))).toMatchObject({ result: "refused" });
  });

  it("bears five wrong tries, counted one by one also at once, and is over with the last", async () => {
    const answers: string[] = [];
    for (let count = 0; count < MOST_LOCK_TRIES; count += 1) answers.push((await open(`guess ${count}`)).result);
    expect(answers).toEqual(["refused", "refused", "refused", "refused", "over"]);
    expect(await state(lockedAt)).toBe("revoked");
    expect(await open(goodPassword)).toEqual({ result: "over" });
    expect(await told()).toEqual([...Array(MOST_LOCK_TRIES).fill("identity.lock-refused"), "identity.lock-ended"]);
  });

  it("bears no more of them when they come at once", async () => {
    const many = await Promise.all(Array.from({ length: 12 }, (_, count) => open(`guess ${count}`)));
    expect(many.filter(({ result }) => result === "refused")).toHaveLength(MOST_LOCK_TRIES - 1);
    expect(await state(lockedAt)).toBe("revoked");
    expect((await told()).filter((action) => action === "identity.lock-refused")).toHaveLength(MOST_LOCK_TRIES);
  });

  it("begins to count anew once it was opened", async () => {
    for (let count = 1; count < MOST_LOCK_TRIES; count += 1) await open(`guess ${count}`);
    expect(await open(goodPassword)).toEqual({ result: "opened" });
    const again = later(lockedAt, idleSeconds);
    expect(await open("guess", again)).toMatchObject({ result: "refused" });
    expect(await state(again)).toBe("locked");
  });

  it("is nothing after signing out of it", async () => {
    await signOut(pool, factor.session.token, lockedAt);
    expect(await state(lockedAt)).toBe("revoked");
    expect(await open(goodPassword)).toEqual({ result: "over" });
  });

  it("is nothing for whose access was withdrawn meanwhile", async () => {
    await withClient(adminUrl(), (admin) =>
      admin.query(
        `insert into access_decision (practice_id, id, account_id, decision, decided_by, decided_at)
         values ($1, $2, $3, 'withdrawn', $3, $4)`,
        [person.practiceId, randomUUID(), person.accountId, now],
      ),
    );
    expect(await state(lockedAt)).toBe("revoked");
    expect(await open(goodPassword)).toEqual({ result: "over" });
  });

  it("lists a locked sign-in among one’s own, so that it can be ended from elsewhere", async () => {
    expect(await open(goodPassword)).toEqual({ result: "opened" });
    const other = await signedInAgain();
    const mine = await asPerson(pool, other, later(lockedAt, idleSeconds), getOwnAccount);
    expect(mine.sessions).toHaveLength(2);
  });
});

/** The same person in another browser, a moment before the first one would be locked again. */
async function signedInAgain() {
  const [at, caller] = [later(lockedAt, idleSeconds - 60), newCaller()];
  const entry = await signInWithPassword(pool, { email: person.email, password: goodPassword }, caller, at);
  if (entry.result !== "code") throw new Error(entry.result);
  const code = codeAt(factor.key, at);
  const answer = await verifySecondFactor(pool, { challenge: entry.token, code }, caller, at);
  if (answer.result !== "session") throw new Error(answer.result);
  return answer.session;
}
