import { describe, expect, it } from "vitest";
import {
  asStaff,
  goodPassword,
  later,
  mintPerson,
  newCaller,
  passTime,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import { decideAccess } from "./decide-access";
import { signInWithPassword } from "./sign-in";
import { signOut } from "./sign-out";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const wrong = "not this one at all";

describe("signing in with a password", () => {
  it("opens a session that may only set up the second factor, for staff without one", async () => {
    const person = await mintPerson(pool, now);
    expect(await signedIn(pool, person, now)).toMatchObject({ role: "owner", stage: "factor_setup" });
  });

  it("opens a full session for a client", async () => {
    const client = await mintPerson(pool, now, { role: "client" });
    expect(await signedIn(pool, client, now)).toMatchObject({ role: "client", stage: "full" });
  });

  it("asks for the code when there is a confirmed second factor", async () => {
    const person = await mintPerson(pool, now);
    await withFactor(pool, person, now);
    const answer = await signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), now);
    expect(answer.result).toBe("code");
  });

  it("answers the same for a wrong password, an unknown address, somebody invited and somebody without access", async () => {
    const owner = await mintPerson(pool, now);
    const { practiceId } = owner;
    const invited = await mintPerson(pool, now, { practiceId, role: "therapist", password: false });
    const gone = await mintPerson(pool, now, { practiceId, role: "therapist" });
    const { session } = await withFactor(pool, owner, now);
    await asStaff(pool, session, now, (scope) =>
      decideAccess(scope, { accountId: gone.accountId, decision: "withdrawn", reason: "left" }),
    );
    const tries = [
      { email: owner.email, password: wrong },
      { email: "nobody@people.example", password: wrong },
      { email: invited.email, password: goodPassword },
      { email: gone.email, password: goodPassword },
    ];
    for (const input of tries) {
      expect(await signInWithPassword(pool, input, newCaller(), now)).toEqual({ result: "refused" });
    }
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const person = await mintPerson(pool, now);
    const timed = async (email: string) => {
      const start = performance.now();
      await signInWithPassword(pool, { email, password: wrong }, newCaller(), now);
      return performance.now() - start;
    };
    const times: { known: number; unknown: number }[] = [];
    for (let round = 0; round < 15; round++) {
      times.push({ known: await timed(person.email), unknown: await timed("nobody@people.example") });
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[7] ?? 0;
    const known = median(times.map((pair) => pair.known));
    const unknown = median(times.map((pair) => pair.unknown));
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });

  it("makes a guesser wait longer and longer, lets the right password through afterwards, and never locks", async () => {
    const person = await mintPerson(pool, now);
    const caller = newCaller();
    const guess = (password = wrong) => signInWithPassword(pool, { email: person.email, password }, caller, now);
    for (let round = 0; round < 5; round++) expect((await guess()).result).toBe("refused");
    expect(await guess()).toEqual({ result: "wait", seconds: 1 });
    await passTime(2);
    expect((await guess()).result).toBe("refused");
    expect(await guess()).toEqual({ result: "wait", seconds: 2 });
    for (let round = 0; round < 20; round++) {
      await passTime(301);
      await guess();
    }
    await passTime(301);
    expect((await guess(goodPassword)).result).toBe("session");
  });

  it("counts a hundred guesses at once as a hundred", async () => {
    const person = await mintPerson(pool, now);
    const caller = { ...newCaller(), address: undefined };
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signInWithPassword(pool, { email: person.email, password: wrong }, caller, now)),
    );
    expect(answers.filter(({ result }) => result === "refused")).toHaveLength(5);
    expect(answers.filter(({ result }) => result === "wait")).toHaveLength(25);
  });

  it("counts an address across accounts", async () => {
    const caller = newCaller();
    const guess = (email: string) => signInWithPassword(pool, { email, password: wrong }, caller, now);
    for (let round = 0; round < 60; round++) expect((await guess(`a${round}@people.example`)).result).toBe("refused");
    expect((await guess("b@people.example")).result).toBe("wait");
  }, 20_000);

  it("lets one address that keeps knocking shut nobody else out, whose account it knocks at too", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const { limitSecret } = newCaller();
    const from = (address: string, email: string, password: string) =>
      signInWithPassword(pool, { email, password }, { ...newCaller(), limitSecret, address }, now);
    for (let round = 0; round < 240; round++)
      await from("198.51.100.7", round % 2 ? person.email : "nobody@people.example", wrong);
    expect((await from("203.0.113.9", person.email, goodPassword)).result).toBe("session");
  });
});

describe("the life of a session", () => {
  it("ends when nothing happens: staff after 15 minutes, clients after 20", async () => {
    const staff = await signedIn(pool, await mintPerson(pool, now), now);
    const client = await signedIn(pool, await mintPerson(pool, now, { role: "client" }), now);
    expect(await stateOf(pool, staff, later(now, 899))).toBe("live");
    expect(await stateOf(pool, staff, later(now, 900))).toBe("idle");
    expect(await stateOf(pool, client, later(now, 1199))).toBe("live");
    expect(await stateOf(pool, client, later(now, 1200))).toBe("idle");
  });

  it("ends at its full time however busy: 12 hours and 8 hours", async () => {
    const staff = await signedIn(pool, await mintPerson(pool, now), now);
    const client = await signedIn(pool, await mintPerson(pool, now, { role: "client" }), now);
    expect(staff.endsAt).toEqual(later(now, 12 * 3600));
    expect(client.endsAt).toEqual(later(now, 8 * 3600));
    expect(await stateOf(pool, staff, staff.endsAt)).toBe("ended");
  });

  it("is not made longer by looking at it", async () => {
    const staff = await signedIn(pool, await mintPerson(pool, now), now);
    await stateOf(pool, staff, later(now, 800));
    expect(await stateOf(pool, staff, later(now, 901))).toBe("idle");
  });

  it("is worth nothing after signing out, and signing out twice is no error", async () => {
    const staff = await signedIn(pool, await mintPerson(pool, now), now);
    await signOut(pool, staff.token, now);
    await signOut(pool, staff.token, now);
    expect(await stateOf(pool, staff, now)).toBe("revoked");
  });

  it("knows no token but the one it gave", async () => {
    const staff = await signedIn(pool, await mintPerson(pool, now), now);
    expect(await stateOf(pool, { token: `${staff.token}x` }, now)).toBe("none");
    const { rows } = await pool.query("select 1 from session");
    expect(rows).toEqual([]);
  });
});
