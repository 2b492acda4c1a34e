import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { sampleAccounts } from "@/db/queries/identity/pre-auth";
import { account, practice } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { goodPassword, mintPerson, peoplePool, signedIn, stateOf, withFactor } from "@/db/testing/people";

const settings = {
  NEARER_EMBEDDED: true,
  isLoopback: true,
  isHttps: false,
  NEARER_SETUP_TOKEN: "a set-up token of its own",
  NEXTAUTH_SECRET: "a secret of thirty-two characters",
  TRUST_PROXY: false,
  appUrl: "http://127.0.0.1:3000",
};
const sent = new Map<string, string>();
const jar = new Map<string, string>();
vi.mock("../env", () => ({ env: () => settings, isSampleHere: () => true }));
let nowhere: Pool | undefined;
vi.mock("../database", () => ({ database: () => nowhere ?? peoplePool() }));
vi.mock("../clock", () => ({ now: () => now }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers([...sent]),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    delete: (one: string | { name: string }) => jar.delete(typeof one === "string" ? one : one.name),
  }),
}));
const { sampleDoor } = await import("./sample-door");
const { isSetupToken } = await import("./setup-token");
const { readCaller } = await import("./caller");
const sessionRoute = await import("@/app/api/session/route");
const leaveRoute = await import("@/app/api/leave/route");
const { options } = await import("./next-auth");

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

beforeEach(() => {
  sent.clear();
  jar.clear();
  Object.assign(settings, { NEARER_EMBEDDED: true, isLoopback: true, TRUST_PROXY: false });
});

async function mintSample(): Promise<string> {
  const practiceId = randomUUID();
  const id = randomUUID();
  await withScope(pool, { kind: "system", role: "system", practiceId }, now, async ({ tx }) => {
    const zone = "Europe/London";
    await tx
      .insert(practice)
      .values({ practiceId, name: "Sample", country: "GB", zone, isSample: true, createdAt: now });
    await tx.insert(account).values({
      practiceId,
      id,
      role: "therapist",
      email: `${id}@sample.example`,
      name: "Sample therapist",
      zone,
      passwordHash: "set",
      createdAt: now,
    });
  });
  return id;
}

describe("the sample's door", () => {
  it("lists the people of a sample practice and of no other", async () => {
    const sample = await mintSample();
    const real = await mintPerson(pool, now);
    const ids = (await sampleDoor()).people.map(({ accountId }) => accountId);
    expect(ids).toContain(sample);
    expect(ids).not.toContain(real.accountId);
  });

  it.each(["NEARER_EMBEDDED", "isLoopback"] as const)("is absent without %s", async (setting) => {
    await mintSample();
    expect((await sampleAccounts(pool)).length).toBeGreaterThan(0);
    settings[setting] = false;
    expect(await sampleDoor()).toEqual({ people: [], states: [] });
  });
});

describe("the set-up link", () => {
  it("fits as a whole or not at all", () => {
    expect(isSetupToken("a set-up token of its own")).toBe(true);
    expect(isSetupToken("a set-up token of its ow")).toBe(false);
    expect(isSetupToken(undefined)).toBe(false);
  });
});

describe("the address that counts", () => {
  it("is nobody's word without a trusted proxy, and the last hop with one", async () => {
    sent.set("x-forwarded-for", "10.0.0.1, 203.0.113.9");
    expect((await readCaller()).address).toBeUndefined();
    settings.TRUST_PROXY = true;
    expect((await readCaller()).address).toBe("203.0.113.9");
  });
});

describe("asking how long is left", () => {
  it("is for our own pages alone", async () => {
    sent.set("sec-fetch-site", "cross-site");
    expect((await sessionRoute.POST(new Request(`${settings.appUrl}/api/session`))).status).toBe(403);
  });
});

describe("leaving", () => {
  const sendAway = (headers: Record<string, string> = {}) =>
    leaveRoute.POST(new Request(`${settings.appUrl}/api/leave`, { method: "POST", headers }));
  const ines = async () => {
    const client = await signedIn(pool, await mintPerson(pool, now, { role: "client" }), now);
    jar.set("nearer-session", client.token);
    sent.set("origin", settings.appUrl);
    sent.set("sec-fetch-site", "same-origin");
    return client;
  };

  it("ends the session, for our own pages alone", async () => {
    const client = await ines();
    sent.set("origin", "https://elsewhere.example");
    sent.set("sec-fetch-site", "cross-site");
    expect((await sendAway()).status).toBe(403);
    expect(await stateOf(pool, client, now)).toBe("live");
    sent.set("origin", settings.appUrl);
    sent.set("sec-fetch-site", "same-origin");
    const answer = await sendAway();
    expect(answer.status).toBe(204);
    expect(answer.headers.get("clear-site-data")).toContain("storage");
    expect(await stateOf(pool, client, now)).toBe("revoked");
    expect(jar.has("nearer-session")).toBe(false);
  });

  it("keeps the mark by which the browser is known: without it the next visit would be told of by letter", async () => {
    const client = await ines();
    jar.set("nearer-device", client.deviceMark);
    const answer = await sendAway();
    expect(answer.headers.get("clear-site-data")).not.toMatch(/cookies|\*/);
    jar.set("nearer-left", "1");
    expect((await leaveRoute.GET()).headers.get("clear-site-data")).not.toMatch(/cookies|\*/);
    expect([...jar.keys()]).toEqual(["nearer-device"]);
    jar.clear();
  });

  it("goes to a neutral page without script, which takes its place in the history", async () => {
    const client = await ines();
    const answer = await sendAway({ "sec-fetch-mode": "navigate" });
    expect(await answer.text()).toContain('http-equiv="refresh" content="0;url=https://www.bbc.co.uk/weather"');
    expect(await stateOf(pool, client, now)).toBe("revoked");
  });

  it("empties the browser also while the database is away, and says so to nobody", async () => {
    await ines();
    nowhere = connect({ url: "postgres://nobody@127.0.0.1:1/none", max: 1, onIdleError: () => undefined });
    const answer = await sendAway({ "sec-fetch-mode": "navigate" });
    const script = await sendAway();
    await nowhere.end();
    nowhere = undefined;
    expect([answer.status, script.status]).toEqual([200, 204]);
    expect(answer.headers.get("clear-site-data")).toBe('"storage"');
    expect(await answer.text()).toContain('http-equiv="refresh"');
    expect(jar.has("nearer-session")).toBe(false);
  });

  it("without a network leaves a mark, which ends the session at the next contact, whatever that is", async () => {
    const atDoor = await ines();
    const unmarked = await leaveRoute.GET();
    expect([unmarked.status, unmarked.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(unmarked.headers.get("clear-site-data")).toBeNull();
    expect(await stateOf(pool, atDoor, now)).toBe("live");
    jar.set("nearer-left", "1");
    const answer = await leaveRoute.GET();
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(await stateOf(pool, atDoor, now)).toBe("revoked");
    expect([...jar.keys()]).toEqual([]);

    const atScript = await ines();
    jar.set("nearer-left", "1");
    const look = await sessionRoute.GET(new Request(`${settings.appUrl}/api/session`));
    expect(await look.json()).toEqual({ secondsLeft: 0, whose: "nobody" });
    expect(await stateOf(pool, atScript, now)).toBe("revoked");
  });
});

describe("next-auth", () => {
  const jwt = () => options().jwt;
  const secret = "unused";

  it("reads our session by its hash, and nothing once it is over", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const session = await signedIn(pool, person, now);
    const token = await jwt()?.decode?.({ token: session.token, secret });
    expect(token).toMatchObject({ sub: person.accountId, sessionToken: session.token });
    expect(await jwt()?.encode?.({ token: token ?? {}, secret })).toBe(session.token);
    await options().events?.signOut?.({ token: token ?? {}, session: {} as never });
    expect(await jwt()?.decode?.({ token: session.token, secret })).toBeNull();
    expect(await jwt()?.decode?.({ token: "made up", secret })).toBeNull();
  });

  it("ends what the browser was signed in with before, and draws no page of its own", async () => {
    const { authHandler, authorize } = await import("./next-auth");
    const before = await signedIn(pool, await mintPerson(pool, now, { role: "client" }), now);
    jar.set("nearer-session", before.token);
    const next = await mintPerson(pool, now, { role: "client" });
    expect(await authorize({ email: next.email, password: goodPassword })).not.toBeNull();
    expect(await stateOf(pool, before, now)).toBe("revoked");
    for (const [method, path] of [
      ["GET", "verify-request"],
      ["GET", "callback/credentials"],
      ["GET", "callback/email"],
      ["POST", "signin/email"],
      ["POST", "_log"],
    ] as const) {
      const request = new Request(`${settings.appUrl}/api/auth/${path}`, { method });
      const answer = await authHandler(request, { params: Promise.resolve({ nextauth: path.split("/") }) });
      expect([method, path, answer.status, await answer.text()]).toEqual([method, path, 404, ""]);
    }
  });

  it("reads nobody from a sign-in that locked itself, and ends it", async () => {
    const quiet = new Date(now.getTime() - 16 * 60_000);
    const { session } = await withFactor(pool, await mintPerson(pool, quiet), quiet);
    expect(await stateOf(pool, session, now)).toBe("locked");
    expect(await jwt()?.decode?.({ token: session.token, secret })).toBeNull();
    jar.set("nearer-session", session.token);
    await options().events?.signOut?.({ token: null as never, session: {} as never });
    expect(await stateOf(pool, session, now)).toBe("revoked");
  });

  it("signs in through the same command, and not past a second step", async () => {
    const { authorize } = await import("./next-auth");
    const client = await mintPerson(pool, now, { role: "client" });
    const entry = await authorize({ email: client.email, password: goodPassword });
    expect(await stateOf(pool, { token: entry?.sessionToken ?? "" }, now)).toBe("live");
    expect(await authorize({ email: client.email, password: "wrong" })).toBeNull();
    const owner = await mintPerson(pool, now);
    await withFactor(pool, owner, now);
    expect(await authorize({ email: owner.email, password: goodPassword })).toBeNull();
  });
});
