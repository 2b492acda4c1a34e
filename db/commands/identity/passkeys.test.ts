import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ownPasskeys } from "@/db/queries/identity/own-passkeys";
import { auditEntry } from "@/db/schema/audit";
import { credentialChange } from "@/db/schema/credential-change";
import { accessDecision } from "@/db/schema/identity";
import { passkey } from "@/db/schema/passkey";
import {
  anotherPassword,
  asPerson,
  goodPassword,
  later,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  withFactor,
} from "@/db/testing/people";
import { softAuthenticator } from "@/db/testing/soft-authenticator";
import { mostPasskeys } from "@/lib/identity/passkey-form";
import type { Caller } from "./caller";
import { changePassword } from "./change-password";
import type { OpenedSession } from "./open-session";
import { challengeMinutes } from "./passkey-challenge";
import { addPasskey, askForPasskey, removePasskey } from "./passkeys";
import { askAtDoor, signInWithPasskey } from "./sign-in-with-passkey";
import { withSystemScope } from "./with-system-scope";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const party = { id: "localhost", origin: "http://localhost:3000" };

const ask = (session: OpenedSession, caller: Caller, at = now) =>
  asPerson(pool, session, at, async (scope) => {
    const { limitSecret } = caller;
    const proof = await askForPasskey(scope, { password: goodPassword }, { party, limitSecret });
    if ("problem" in proof) throw new Error(proof.problem);
    return proof.proved;
  });

const add = (session: OpenedSession, caller: Caller, answer: Parameters<typeof addPasskey>[1], at = now) =>
  asPerson(pool, session, at, (scope) => addPasskey(scope, answer, { party, caller }));

async function withPasskey(role: MintedPerson["role"] = "client") {
  const person = await mintPerson(pool, now, { role });
  const caller = newCaller();
  const session = role === "client" ? await signedIn(pool, person, now) : (await withFactor(pool, person, now)).session;
  const device = softAuthenticator(party);
  await add(session, caller, device.make(await ask(session, caller)));
  const door = (at = now) => askAtDoor(party, caller.limitSecret, at);
  const enter = (answer: Parameters<typeof signInWithPasskey>[1], at = now) =>
    signInWithPasskey(pool, answer, { party, caller }, at);
  return { person, caller, session, device, door, enter };
}

const told = ({ practiceId, accountId }: MintedPerson) =>
  withSystemScope(pool, practiceId, now, ({ tx }) =>
    tx.select({ kind: credentialChange.kind }).from(credentialChange).where(eq(credentialChange.accountId, accountId)),
  );

const did = async ({ practiceId }: MintedPerson) =>
  (
    await withSystemScope(pool, practiceId, now, ({ tx }) => tx.select({ action: auditEntry.action }).from(auditEntry))
  ).map(({ action }) => action);

describe("a passkey", () => {
  it("opens a full session for staff and for a client, and keeps when it was used", async () => {
    for (const role of ["owner", "client"] as const) {
      const { device, door, enter, session, person } = await withPasskey(role);
      const at = later(now, 60);
      const answer = await enter(device.answer(await door(at)), at);
      expect(answer).toMatchObject({ result: "session", session: { stage: "full", role } });
      const [kept] = await asPerson(pool, session, at, (scope) => ownPasskeys(scope));
      expect(kept).toMatchObject({ device: "Firefox on Linux", lastUsedAt: at });
      expect(await did(person)).toEqual(expect.arrayContaining(["identity.passkey-added", "identity.passkey-used"]));
      expect(await told(person)).toContainEqual({ kind: "passkey-added" });
    }
  });

  it("is asked for only after the password", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const session = await signedIn(pool, person, now);
    const { limitSecret } = newCaller();
    const proof = await asPerson(pool, session, now, (scope) =>
      askForPasskey(scope, { password: "not this one" }, { party, limitSecret }),
    );
    expect(proof).toHaveProperty("problem");
  });

  it("answers no question twice, none that ran out, and none that was not asked here", async () => {
    const { device, door, enter } = await withPasskey();
    const asked = await door();
    const answer = device.answer(asked);
    expect((await enter(answer)).result).toBe("session");
    expect((await enter(answer)).result).toBe("refused");
    expect((await enter(device.answer(asked))).result).toBe("refused");
    const old = device.answer(await door());
    expect((await enter(old, later(now, challengeMinutes * 60))).result).toBe("refused");
    const made = device.answer(JSON.stringify({ challenge: Buffer.alloc(56, 7).toString("base64url") }));
    expect((await enter(made)).result).toBe("refused");
  });

  it("is refused from another address, for another host, where nobody was verified, and where its count goes back", async () => {
    const { device, door, enter } = await withPasskey();
    for (const bent of [
      { origin: "http://localhost:4000" },
      { rpId: "nearer.example" },
      { isVerified: false },
      { userHandle: Buffer.from(randomUUID()).toString("base64url") },
    ])
      expect((await enter(device.answer(await door(), bent))).result, JSON.stringify(bent)).toBe("refused");
    expect((await enter(device.answer(await door()))).result).toBe("session");
    expect((await enter(device.answer(await door(), { counter: 1 }))).result).toBe("refused");
  });

  it("opens nothing once it was taken away, and never another person's pages", async () => {
    const { device, door, enter, session, person } = await withPasskey();
    const [own] = await asPerson(pool, session, now, (scope) => ownPasskeys(scope));
    const other = await withPasskey();
    await expect(asPerson(pool, other.session, now, (scope) => removePasskey(scope, own?.id ?? ""))).rejects.toThrow();
    expect((await enter(device.answer(await door()))).result).toBe("session");
    await asPerson(pool, session, now, (scope) => removePasskey(scope, own?.id ?? ""));
    expect((await enter(device.answer(await door()))).result).toBe("refused");
    expect(await told(person)).toContainEqual({ kind: "passkey-removed" });
  });

  it("opens nothing where access was withdrawn, or for who is not known", async () => {
    const { device, door, enter, person } = await withPasskey("owner");
    const { practiceId, accountId } = person;
    await withSystemScope(pool, practiceId, now, ({ tx }) =>
      tx.insert(accessDecision).values({
        ...{ practiceId, id: randomUUID(), accountId, decidedBy: accountId },
        ...{ decision: "withdrawn", decidedAt: now },
      }),
    );
    expect((await enter(device.answer(await door()))).result).toBe("refused");
    expect((await enter(softAuthenticator(party).answer(await door()))).result).toBe("refused");
  });

  it("ends with a new password: one may be somebody else's", async () => {
    const { device, door, enter, session, caller } = await withPasskey();
    await asPerson(pool, session, now, (scope) =>
      changePassword(scope, { current: goodPassword, password: anotherPassword }, caller.limitSecret),
    );
    expect((await enter(device.answer(await door()))).result).toBe("refused");
  });

  it("is kept only for the account and the sign-in that asked, and once", async () => {
    const { caller, session } = await withPasskey();
    const asked = await ask(session, caller);
    const made = softAuthenticator(party).make(asked);
    const stranger = await signedIn(pool, await mintPerson(pool, now, { role: "client" }), now);
    await expect(add(stranger, caller, made)).rejects.toThrow("not accepted");
    await expect(add(session, caller, softAuthenticator(party).make(asked, { isVerified: false }))).rejects.toThrow();
    await add(session, caller, made);
    await expect(add(session, caller, softAuthenticator(party).make(asked))).rejects.toThrow("not accepted");
    const again = softAuthenticator(party);
    await add(session, caller, again.make(await ask(session, caller)));
    await expect(add(session, caller, again.make(await ask(session, caller)))).rejects.toThrow("before");
  });

  it("is one of ten at most", async () => {
    const { caller, session, person } = await withPasskey();
    await withSystemScope(pool, person.practiceId, now, async ({ tx }) => {
      const [one] = await tx.select().from(passkey).where(eq(passkey.accountId, person.accountId));
      if (!one) throw new Error("no passkey");
      const more = Array.from({ length: mostPasskeys - 1 }, () => ({
        ...one,
        id: randomUUID(),
        credential: randomUUID(),
      }));
      await tx.insert(passkey).values(more);
    });
    const made = softAuthenticator(party).make(await ask(session, caller));
    await expect(add(session, caller, made)).rejects.toThrow("already");
  });

  it("is guessed at no faster than a password", async () => {
    const { door, enter } = await withPasskey();
    const results = [];
    for (let tries = 0; tries < 7; tries += 1)
      results.push((await enter(softAuthenticator(party).answer(await door()))).result);
    expect(results).toContain("wait");
  });
});
