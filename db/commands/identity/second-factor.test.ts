import { describe, expect, it } from "vitest";
import { getFactorSetup, getOwnAccount } from "@/db/queries/identity/own-account";
import {
  asPerson,
  codeAt,
  goodPassword,
  later,
  limitSecret,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import { readRecoveryCode } from "@/lib/identity/recovery-code";
import { spendRecoveryCode } from "./check-code";
import { renewRecoveryCodes } from "./confirm-factor";
import { findFactor } from "./person";
import { removeFactor, setUpFactor } from "./remove-factor";
import { signInWithPassword } from "./sign-in";
import { verifySecondFactor } from "./verify-second-factor";
import { withSystemScope } from "./with-system-scope";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

async function challengeFor(person: MintedPerson, at: Date): Promise<string> {
  const answer = await signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), at);
  if (answer.result !== "code") throw new Error(`expected a challenge, got ${answer.result}`);
  return answer.token;
}

describe("the code from the app", () => {
  it("opens a full session", async () => {
    const person = await mintPerson(pool, now);
    const { key } = await withFactor(pool, person, now);
    const at = later(now, 60);
    const challenge = await challengeFor(person, at);
    const answer = await verifySecondFactor(pool, { challenge, code: codeAt(key, at) }, newCaller(), at);
    expect(answer).toMatchObject({ result: "session", session: { stage: "full", role: "owner" } });
  });

  it("works once, also against the code that confirmed the factor", async () => {
    const person = await mintPerson(pool, now);
    const { key } = await withFactor(pool, person, now);
    const confirmed = await verifySecondFactor(
      pool,
      { challenge: await challengeFor(person, now), code: codeAt(key, now) },
      newCaller(),
      now,
    );
    expect(confirmed.result).toBe("refused");
    const at = later(now, 60);
    const code = codeAt(key, at);
    const challenges = await Promise.all(Array.from({ length: 8 }, () => challengeFor(person, at)));
    const answers = await Promise.all(
      challenges.map((challenge) => verifySecondFactor(pool, { challenge, code }, newCaller(), at)),
    );
    expect(answers.filter(({ result }) => result === "session")).toHaveLength(1);
  });

  it("may be one step early or late and no more", async () => {
    const person = await mintPerson(pool, now);
    const { key } = await withFactor(pool, person, now);
    const at = later(now, 600);
    const tryCode = async (code: string) =>
      (await verifySecondFactor(pool, { challenge: await challengeFor(person, at), code }, newCaller(), at)).result;
    expect(await tryCode(codeAt(key, later(at, -60)))).toBe("refused");
    expect(await tryCode(codeAt(key, later(at, 60)))).toBe("refused");
    expect(await tryCode(codeAt(key, later(at, -30)))).toBe("session");
    expect(await tryCode(codeAt(key, later(at, 30)))).toBe("session");
  });

  it("may be tried five times for one challenge, however many arrive at once", async () => {
    const person = await mintPerson(pool, now);
    const { key } = await withFactor(pool, person, now);
    const at = later(now, 60);
    const challenge = await challengeFor(person, at);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => verifySecondFactor(pool, { challenge, code: "000000" }, newCaller(), at)),
    );
    expect(answers.filter(({ result }) => result === "refused")).toHaveLength(4);
    const right = await verifySecondFactor(pool, { challenge, code: codeAt(key, at) }, newCaller(), at);
    expect(right.result).toBe("over");
  });

  it("slows down guesses across challenges", async () => {
    const person = await mintPerson(pool, now);
    await withFactor(pool, person, now);
    const caller = newCaller();
    const results: string[] = [];
    for (let round = 0; round < 6; round++) {
      const challenge = await challengeFor(person, now);
      results.push((await verifySecondFactor(pool, { challenge, code: "000000" }, caller, now)).result);
    }
    expect(results).toEqual(["refused", "refused", "refused", "refused", "refused", "wait"]);
  });

  it("is over after five minutes, and after the challenge was used", async () => {
    const person = await mintPerson(pool, now);
    const { key } = await withFactor(pool, person, now);
    const at = later(now, 60);
    const old = await challengeFor(person, at);
    const late = later(at, 300);
    expect(
      (await verifySecondFactor(pool, { challenge: old, code: codeAt(key, late) }, newCaller(), late)).result,
    ).toBe("over");
    const challenge = await challengeFor(person, late);
    const first = await verifySecondFactor(pool, { challenge, code: codeAt(key, late) }, newCaller(), late);
    expect(first.result).toBe("session");
    const next = later(late, 30);
    expect((await verifySecondFactor(pool, { challenge, code: codeAt(key, next) }, newCaller(), next)).result).toBe(
      "over",
    );
  });
});

describe("recovery codes", () => {
  it("are ten, and each opens once", async () => {
    const person = await mintPerson(pool, now);
    const { recoveryCodes, session } = await withFactor(pool, person, now);
    expect(new Set(recoveryCodes).size).toBe(10);
    const code = recoveryCodes[3] ?? "";
    const first = await verifySecondFactor(
      pool,
      { challenge: await challengeFor(person, now), code: code.toUpperCase() },
      newCaller(),
      now,
    );
    expect(first.result).toBe("session");
    const second = await verifySecondFactor(
      pool,
      { challenge: await challengeFor(person, now), code },
      newCaller(),
      now,
    );
    expect(second.result).toBe("refused");
    const { recoveryCodesLeft } = await asPerson(pool, session, now, getOwnAccount);
    expect(recoveryCodesLeft).toBe(9);
  });

  it("open once under 20 tries at the same moment", async () => {
    const person = await mintPerson(pool, now);
    const { recoveryCodes } = await withFactor(pool, person, now);
    const plain = readRecoveryCode(recoveryCodes[0] ?? "") ?? "";
    const factor = await withSystemScope(pool, person.practiceId, now, (scope) => findFactor(scope, person.accountId));
    const spent = await Promise.all(
      Array.from({ length: 20 }, () =>
        withSystemScope(pool, person.practiceId, now, (scope) =>
          spendRecoveryCode(scope, factor?.id ?? "", person.accountId, plain),
        ),
      ),
    );
    expect(spent.filter(Boolean)).toHaveLength(1);
  });

  it("open one session under 20 whole sign-ins at the same moment", async () => {
    const person = await mintPerson(pool, now);
    const { recoveryCodes } = await withFactor(pool, person, now);
    const code = recoveryCodes[1] ?? "";
    const challenges = await Promise.all(Array.from({ length: 20 }, () => challengeFor(person, now)));
    const answers = await Promise.all(
      challenges.map((challenge) => verifySecondFactor(pool, { challenge, code }, newCaller(), now)),
    );
    expect(answers.filter(({ result }) => result === "session")).toHaveLength(1);
    expect(answers.filter(({ result }) => result === "refused")).toHaveLength(19);
  });

  it("are replaced as a whole", async () => {
    const person = await mintPerson(pool, now);
    const { recoveryCodes, session, key } = await withFactor(pool, person, now);
    const at = later(now, 60);
    const proof = await asPerson(pool, session, at, (scope) => renewRecoveryCodes(scope, codeAt(key, at), limitSecret));
    expect(proof).toMatchObject({ proved: expect.any(Array) });
    const old = await verifySecondFactor(
      pool,
      { challenge: await challengeFor(person, at), code: recoveryCodes[0] ?? "" },
      newCaller(),
      at,
    );
    expect(old.result).toBe("refused");
  });

  it("are not the codes of somebody else", async () => {
    const person = await mintPerson(pool, now);
    const other = await mintPerson(pool, now, { practiceId: person.practiceId });
    await withFactor(pool, person, now);
    const { recoveryCodes } = await withFactor(pool, other, now);
    const challenge = await challengeFor(person, now);
    const answer = await verifySecondFactor(pool, { challenge, code: recoveryCodes[0] ?? "" }, newCaller(), now);
    expect(answer.result).toBe("refused");
  });
});

describe("turning it on and off", () => {
  it("ends the other sessions when it is confirmed, and keeps the seed sealed", async () => {
    const person = await mintPerson(pool, now);
    const elsewhere = await signedIn(pool, person, now);
    const { session, key } = await withFactor(pool, person, now);
    expect(await stateOf(pool, elsewhere, now)).toBe("revoked");
    expect(await stateOf(pool, session, now)).toBe("live");
    expect(await asPerson(pool, session, now, getFactorSetup)).toEqual({ state: "on" });
    const sealed = await withSystemScope(pool, person.practiceId, now, (scope) => findFactor(scope, person.accountId));
    expect(sealed?.seedSealed).not.toContain(key);
  });

  it("needs password and code to go, ends the other sessions, and leaves staff at the set-up", async () => {
    const person = await mintPerson(pool, now);
    const { session, key } = await withFactor(pool, person, now);
    const at = later(now, 60);
    const remove = (password: string, code: string, when: Date) =>
      asPerson(pool, session, when, (scope) => removeFactor(scope, { password, code }, limitSecret));
    expect(await remove("wrong", codeAt(key, at), at)).toMatchObject({ problem: expect.any(String) });
    expect(await remove(goodPassword, "000000", at)).toMatchObject({ problem: expect.any(String) });
    expect(await remove(goodPassword, codeAt(key, at), at)).toEqual({ proved: true });
    expect(await asPerson(pool, session, at, getFactorSetup)).toMatchObject({ state: "waiting" });
    expect((await signedIn(pool, person, at)).stage).toBe("factor_setup");
  });

  it("is a client's choice", async () => {
    const client = await mintPerson(pool, now, { role: "client" });
    const session = await signedIn(pool, client, now);
    expect(await asPerson(pool, session, now, getFactorSetup)).toEqual({ state: "none" });
    const setUp = (password: string) =>
      asPerson(pool, session, now, (scope) => setUpFactor(scope, { password }, limitSecret));
    expect(await setUp("not hers")).toMatchObject({ problem: expect.any(String) });
    expect(await asPerson(pool, session, now, getFactorSetup)).toEqual({ state: "none" });
    await setUp(goodPassword);
    const { key } = await withFactor(pool, client, now);
    const at = later(now, 60);
    const answer = await verifySecondFactor(
      pool,
      { challenge: await challengeFor(client, at), code: codeAt(key, at) },
      newCaller(),
      at,
    );
    if (answer.result !== "session") throw new Error("expected a session");
    const removed = await asPerson(pool, answer.session, later(at, 30), (scope) =>
      removeFactor(scope, { password: goodPassword, code: codeAt(key, later(at, 30)) }, limitSecret),
    );
    expect(removed).toEqual({ proved: true });
    expect((await signedIn(pool, client, at)).stage).toBe("full");
  });
});
