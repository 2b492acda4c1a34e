import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { viewLink } from "@/db/queries/identity/link";
import { addressSafety } from "@/db/schema/address-safety";
import { auditEntry } from "@/db/schema/audit";
import { withScope } from "@/db/scope";
import { mailed } from "@/db/testing/mailed";
import {
  anotherPassword,
  asPerson,
  asStaff,
  codeAt,
  goodPassword,
  later,
  limitSecret,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  withFactor,
} from "@/db/testing/people";
import type { SystemActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { linksADay } from "@/lib/identity/link-life";
import { changePassword } from "./change-password";
import { tokenHash } from "./one-time-token";
import { requestLink } from "./request-link";
import { resetFactor } from "./reset-factor";
import { resetPassword } from "./reset-password";
import { signInWithPassword } from "./sign-in";
import { signInWithLink } from "./sign-in-with-link";
import { verifySecondFactor } from "./verify-second-factor";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

/** The tokens of the letters that arrive when somebody asks for a link. */
async function askedFor({ email, practiceId }: MintedPerson, at = now): Promise<string[]> {
  await requestLink(pool, email, "sign_in", at);
  return (await mailed(pool, practiceId, at)).flatMap(({ kind, link }) =>
    kind === "sign-in-link" && link ? [link.token] : [],
  );
}

const enter = (token: string, at = now) => signInWithLink(pool, { token }, newCaller(), at);
const opens = async (token = "", at = now) => (await viewLink(pool, token, "sign_in", at)) !== undefined;

async function one(role: "client" | "therapist" = "client") {
  const owner = await mintPerson(pool, now);
  const { practiceId } = owner;
  const person = await mintPerson(pool, now, { role, practiceId });
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  const say = (answer: "safe" | "unsafe", at: Date) =>
    withScope(pool, system, at, ({ tx }) =>
      tx.insert(addressSafety).values({
        practiceId,
        id: randomUUID(),
        accountId: person.accountId,
        addressHash: tokenHash(person.email),
        answer,
        saidTo: owner.accountId,
        saidAt: at,
      }),
    );
  const actions = () =>
    withScope(pool, system, now, ({ tx }) =>
      tx.select({ action: auditEntry.action }).from(auditEntry).where(eq(auditEntry.subjectId, person.accountId)),
    ).then((rows) => rows.map(({ action }) => action));
  return { owner, person, say, actions };
}

describe("a link to sign in with", () => {
  it("opens a session once, in a browser that is known from then on, and the record says so", async () => {
    const { person, actions } = await one();
    const [token = ""] = await askedFor(person);
    expect(await opens(token)).toBe(true);
    expect(await opens(token)).toBe(true);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => enter(token)));
    const came = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(came).toMatchObject([{ result: "session", session: { role: "client", stage: "full" } }]);
    await expect(enter(token)).rejects.toThrow(Refused);
    expect(await opens(token)).toBe(false);
    expect(await actions()).toEqual(
      expect.arrayContaining(["identity.sign-in-link-asked", "identity.sign-in-link-used", "identity.signed-in"]),
    );
    const [entry] = came;
    const deviceMark = entry?.result === "session" ? entry.session.deviceMark : undefined;
    const again = { email: person.email, password: goodPassword };
    expect(await signInWithPassword(pool, again, { ...newCaller(), deviceMark }, now)).toMatchObject({
      result: "session",
      session: { deviceMark },
    });
  });

  it("works for an hour", async () => {
    const { person } = await one();
    const [token = ""] = await askedFor(person);
    await expect(enter(token, later(now, 3600))).rejects.toThrow(Refused);
    expect((await enter(token, later(now, 3599))).result).toBe("session");
  });

  it("goes around no second step", async () => {
    const { person } = await one("therapist");
    const { key } = await withFactor(pool, person, now);
    const [token = ""] = await askedFor(person);
    const entry = await enter(token);
    if (entry.result !== "code") throw new Error(`expected the second step, got ${entry.result}`);
    const code = codeAt(key, later(now, 30));
    const answer = await verifySecondFactor(pool, { challenge: entry.token, code }, newCaller(), later(now, 30));
    expect(answer.result).toBe("session");
  });

  it("is no other link, and no other link is one", async () => {
    const { person } = await one();
    const [token = ""] = await askedFor(person);
    await expect(resetPassword(pool, { token, password: anotherPassword }, now)).rejects.toThrow(Refused);
    await requestLink(pool, person.email, "password_reset", now);
    const [letter] = await mailed(pool, person.practiceId, now);
    await expect(enter(letter?.link?.token ?? "")).rejects.toThrow(Refused);
    await expect(enter("x".repeat(43))).rejects.toThrow(Refused);
  });

  it("comes so often a day, however often a stranger asks, and one that works is always there", async () => {
    const { person } = await one();
    const tokens: string[] = [];
    for (let minute = 0; minute < 120; minute += 5) tokens.push(...(await askedFor(person, later(now, minute * 60))));
    expect(tokens).toHaveLength(linksADay);
    const evening = later(now, 12 * 3600);
    expect(await opens(tokens.at(-1), evening)).toBe(true);
    expect(await opens(tokens[2], later(now, 10 * 60 + 3599))).toBe(true);
    expect((await enter(tokens.at(-1) ?? "", evening)).result).toBe("session");
    expect(await askedFor(person, evening)).toHaveLength(1);
  }, 60_000);

  it("comes to nobody who is unknown, invited and not there yet, or without a safe address", async () => {
    const { owner, person, say } = await one();
    await requestLink(pool, "nobody@people.example", "sign_in", now);
    const invited = await mintPerson(pool, now, { practiceId: owner.practiceId, role: "therapist", password: false });
    expect(await askedFor(invited)).toEqual([]);
    expect(await askedFor(owner)).toHaveLength(1);
    await say("unsafe", later(now, 1));
    expect(await askedFor(person, later(now, 2))).toEqual([]);
  });

  it("is worth nothing once its address is unsafe, the password changed, or the second step was taken away", async () => {
    const { person, say } = await one();
    const [unsafe = ""] = await askedFor(person);
    await say("unsafe", later(now, 1));
    await expect(enter(unsafe, later(now, 2))).rejects.toThrow(Refused);

    const { person: changing } = await one();
    const session = await signedIn(pool, changing, now);
    const [before] = await askedFor(changing);
    const change = { current: goodPassword, password: anotherPassword };
    await asPerson(pool, session, now, (scope) => changePassword(scope, change, limitSecret));
    expect(await opens(before)).toBe(false);

    const { owner, person: losing } = await one("therapist");
    const { session: ofOwner } = await withFactor(pool, owner, now);
    await withFactor(pool, losing, now);
    const [living] = await askedFor(losing);
    const loss = { accountId: losing.accountId, reason: "They rang, and I know the voice.", password: goodPassword };
    await asStaff(pool, ofOwner, now, (scope) => resetFactor(scope, loss, limitSecret));
    expect(await opens(living)).toBe(false);
  });
});
