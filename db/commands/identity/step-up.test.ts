import { describe, expect, it } from "vitest";
import { isFreshlyProved } from "@/db/queries/identity/fresh-proof";
import { adminUrl } from "@/db/testing/database";
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
  withFactor,
} from "@/db/testing/people";
import { softAuthenticator } from "@/db/testing/soft-authenticator";
import { PROOF_MINUTES } from "@/lib/identity/proof-rule";
import { withClient } from "@/runtime/roles";
import type { OpenedSession } from "./open-session";
import { addPasskey, askForPasskey } from "./passkeys";
import { signInWithPassword } from "./sign-in";
import { askAtDoor } from "./sign-in-with-passkey";
import { askForStepUp, stepUp, stepUpByPasskey } from "./step-up";
import { verifySecondFactor } from "./verify-second-factor";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const party = { id: "localhost", origin: "http://localhost:3000" };
const minutes = (count: number) => later(now, count * 60);

const fresh = (session: OpenedSession, at: Date) => asPerson(pool, session, at, isFreshlyProved);

async function owner() {
  const person = await mintPerson(pool, now);
  return { person, ...(await withFactor(pool, person, now)) };
}

/** The same person in another browser, a moment later. */
async function secondSignIn({ email }: MintedPerson, key: string): Promise<OpenedSession> {
  const caller = newCaller();
  const at = minutes(1);
  const entry = await signInWithPassword(pool, { email, password: goodPassword }, caller, at);
  if (entry.result !== "code") throw new Error(`expected a code, got ${entry.result}`);
  const answer = await verifySecondFactor(pool, { challenge: entry.token, code: codeAt(key, at) }, caller, at);
  if (answer.result !== "session") throw new Error(`expected a session, got ${answer.result}`);
  return answer.session;
}

describe("showing once more who one is", () => {
  it("is not asked of somebody who just signed in, and is five minutes later", async () => {
    const { session } = await owner();
    expect(await fresh(session, minutes(PROOF_MINUTES - 1))).toBe(true);
    expect(await fresh(session, minutes(PROOF_MINUTES))).toBe(false);
  });

  it("is done by the password, for five minutes, in this sign-in alone", async () => {
    const { person, session, key } = await owner();
    const other = await secondSignIn(person, key);
    const at = minutes(8);
    const wrong = await asPerson(pool, session, at, (scope) => stepUp(scope, "not this one", limitSecret));
    expect(wrong).toHaveProperty("problem");
    expect(await fresh(session, at)).toBe(false);
    expect(await asPerson(pool, session, at, (scope) => stepUp(scope, goodPassword, limitSecret))).toEqual({
      proved: true,
    });
    expect(await fresh(session, minutes(8 + PROOF_MINUTES - 1))).toBe(true);
    expect(await fresh(session, minutes(8 + PROOF_MINUTES))).toBe(false);
    expect(await fresh(other, at)).toBe(false);
  });

  it("counts wrong tries: who guesses has to wait", async () => {
    const { session } = await owner();
    const at = minutes(8);
    const guesses: unknown[] = [];
    for (let count = 0; count < 7; count += 1)
      guesses.push(await asPerson(pool, session, at, (scope) => stepUp(scope, `guess ${count}`, limitSecret)));
    expect(guesses.at(-1)).toMatchObject({ problem: expect.stringContaining("Please wait") });
    expect(await fresh(session, at)).toBe(false);
  });

  it("is done by a passkey of one's own that was asked for here, once", async () => {
    const { session } = await owner();
    const caller = newCaller();
    const device = softAuthenticator(party);
    await asPerson(pool, session, now, async (scope) => {
      const asked = await askForPasskey(scope, { password: goodPassword }, { party, limitSecret: caller.limitSecret });
      if ("problem" in asked) throw new Error(asked.problem);
      await addPasskey(scope, device.make(asked.proved), { party, caller });
    });
    const at = minutes(8);
    const ask = () => asPerson(pool, session, at, (scope) => askForStepUp(scope, party, caller.limitSecret));
    const show = (answer: Parameters<typeof stepUpByPasskey>[1]) =>
      asPerson(pool, session, at, (scope) => stepUpByPasskey(scope, answer, { party, caller }));
    // What the door asked proves nothing here, nor does another device.
    expect(await show(device.answer(await askAtDoor(party, caller.limitSecret, at)))).toHaveProperty("problem");
    expect(await show(softAuthenticator(party).answer(await ask()))).toHaveProperty("problem");
    expect(await show(device.answer(await ask(), { isVerified: false }))).toHaveProperty("problem");
    expect(await fresh(session, at)).toBe(false);
    const answer = device.answer(await ask());
    expect(await show(answer)).toEqual({ proved: true });
    expect(await fresh(session, at)).toBe(true);
    expect(await show(answer)).toHaveProperty("problem");
  });

  it("is never asked in a sample practice, where nobody has a password", async () => {
    const { person, session } = await owner();
    expect(await fresh(session, minutes(9))).toBe(false);
    await withClient(adminUrl(), (admin) =>
      admin.query("update practice set is_sample = true where practice_id = $1", [person.practiceId]),
    );
    expect(await fresh(session, minutes(9))).toBe(true);
  });
});
