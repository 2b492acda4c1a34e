import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { OpenedSession } from "@/db/commands/identity/open-session";
import { later, mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import { idle } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";

const settings = {
  isHttps: false,
  NEXTAUTH_SECRET: "a secret of thirty-two characters",
  appUrl: "http://127.0.0.1:3000",
};
const jar = new Map<string, string>();
let now = new Date("2026-11-23T10:00:00Z");
vi.mock("./env", () => ({ env: () => settings }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => now }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" }),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
const { accountAction, clientAction, staffAction } = await import("./form-action");
const { pageMark } = await import("./page-mark");
const sessionRoute = await import("@/app/api/session/route");

const pool = peoplePool();
const shape = z.strictObject({ body: z.string() });
type Run = Parameters<typeof accountAction<typeof shape>>[1];
const ofClient = (run: Run) => clientAction(shape, run, { beforeConsent: true });
const ofAccount = (run: Run) => accountAction(shape, run);

async function minted(role: "client" | "therapist"): Promise<{ mark: string; session: OpenedSession }> {
  const person = await mintPerson(pool, now, { role });
  return { mark: pageMark(person.accountId), session: await signedIn(pool, person, now) };
}

const signIn = ({ session }: { session: OpenedSession }) => jar.set("nearer-session", session.token);

function form(mark?: string): FormData {
  const data = new FormData();
  data.set("body", "I kissed somebody else");
  if (mark !== undefined) data.set(ownerField, mark);
  return data;
}

const look = async (method: "GET" | "POST", mark: string) => {
  const request = new Request(`${settings.appUrl}/api/session`, { method, headers: { "x-page-mark": mark } });
  return (await sessionRoute[method](request)).json();
};

beforeEach(() => {
  jar.clear();
  now = new Date("2026-11-23T10:00:00Z");
});

describe("a page belongs to who opened it", () => {
  it("is marked with nothing that says who that is, and the same for the same person", async () => {
    const [ines, dario] = [await minted("client"), await minted("client")];
    expect(ines.mark).toMatch(/^[\w-]{22}$/);
    expect(ines.mark).not.toBe(dario.mark);
    settings.NEXTAUTH_SECRET = "another secret of thirty-two chars";
    expect(pageMark("b7e1a7c1")).not.toBe(ines.mark);
    settings.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  });

  it.each([
    ["a client’s action", ofClient],
    ["an account’s action", ofAccount],
  ])("%s takes its form from that person alone", async (_name, make) => {
    const [ines, dario] = [await minted("client"), await minted("client")];
    signIn(dario);
    const run = vi.fn(async () => ({ message: "Sent." }));
    for (const mark of [ines.mark, "", undefined]) {
      const answer = await make(run)(idle, form(mark));
      expect(answer).toEqual({ status: "refused", session: "another", message: expect.stringContaining("Nothing") });
    }
    expect(run).not.toHaveBeenCalled();
    expect(await make(run)(idle, form(dario.mark))).toMatchObject({ message: "Sent." });
  });

  it("says so before it says that a page is of another role", async () => {
    const ines = await minted("client");
    const alma = await minted("therapist");
    const run = vi.fn();
    signIn(alma);
    expect(await ofClient(run)(idle, form(ines.mark))).toMatchObject({ session: "another" });
    signIn(ines);
    expect(await staffAction(shape, run)(idle, form(alma.mark))).toMatchObject({ session: "another" });
    expect(run).not.toHaveBeenCalled();
  });

  it("gives no word back to a page that may be the other person’s, also where a field is missing", async () => {
    const [ines, dario] = [await minted("client"), await minted("client")];
    signIn(dario);
    const data = form(ines.mark);
    data.set("another", "field");
    const answer = await ofClient(vi.fn())(idle, data);
    expect(answer).toMatchObject({ status: "refused", session: "another" });
    expect(JSON.stringify(answer)).not.toContain("kissed");
    data.set(ownerField, dario.mark);
    expect(await ofClient(vi.fn())(idle, data)).toMatchObject({ fields: expect.anything(), values: expect.anything() });
  });

  it("keeps nobody signed in from somebody else's page, by sending, by looking or by asking to stay", async () => {
    const [ines, dario] = [await minted("client"), await minted("client")];
    signIn(dario);
    now = later(now, 600);
    await ofClient(vi.fn())(idle, form(ines.mark));
    expect(await look("POST", ines.mark)).toEqual({ secondsLeft: 600, whose: "another" });
    expect(await look("GET", "")).toEqual({ secondsLeft: 600, whose: "another" });
    expect(await look("GET", dario.mark)).toEqual({ secondsLeft: 600, secondsInAll: 28_200, whose: "own" });
    expect(await look("POST", dario.mark)).toEqual({ secondsLeft: 1200, secondsInAll: 28_200, whose: "own" });
    jar.clear();
    expect(await look("GET", ines.mark)).toEqual({ secondsLeft: 0, whose: "nobody" });
  });
});
