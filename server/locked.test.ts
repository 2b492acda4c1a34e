import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { goodPassword, later, mintPerson, newCaller, peoplePool, withFactor } from "@/db/testing/people";
import { idle } from "@/lib/form-state";
import { sessionLimits } from "@/lib/identity/session-limits";
import { ownerField } from "@/lib/typed-form";

const begin = new Date("2026-11-23T10:00:00Z");
const quiet = later(begin, sessionLimits("owner").idleSeconds);
let now = begin;
let asked: string | null = null;
const settings = {
  isHttps: false,
  NEXTAUTH_SECRET: "a secret of thirty-two characters",
  appUrl: "http://127.0.0.1:3000",
};
const jar = new Map<string, string>();
class WentTo extends Error {}
vi.mock("./env", () => ({ env: () => settings }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => now }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new WentTo(to);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      origin: "http://127.0.0.1:3000",
      "sec-fetch-site": "same-origin",
      "x-page-mark": mark,
      ...(asked && { "x-asked-for": asked }),
    }),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
const { accountAction, staffAction } = await import("./form-action");
const { loadForAnyone, loadForStaff } = await import("./load");
const { pageMark } = await import("./page-mark");
const sessionApi = await import("@/app/api/session/route");
const lockApi = await import("@/app/api/session/lock/route");
const { openLock } = await import("@/db/commands/identity/open-lock");

let mark = "";
let token = "";
beforeEach(async () => {
  now = begin;
  asked = null;
  const person = await mintPerson(peoplePool(), begin);
  token = (await withFactor(peoplePool(), person, begin)).session.token;
  mark = pageMark(person.accountId);
  jar.set("nearer-session", token);
});

const run = vi.fn(async () => ({ message: "Done." }));
const read = vi.fn(async () => "a client’s words");
const send = (action: ReturnType<typeof staffAction>) => {
  const form = new FormData();
  form.set("words", "What was typed");
  form.set(ownerField, mark);
  return action(idle, form);
};
const shape = z.strictObject({ words: z.string() });

describe("a locked sign-in", () => {
  it("reads nothing: every load leads to the lock, with where from", async () => {
    expect((await loadForStaff(read)).data).toBe("a client’s words");
    now = quiet;
    read.mockClear();
    for (const load of [loadForStaff, loadForAnyone]) await expect(load(read)).rejects.toThrow("/locked");
    asked = "/clients/2001/overview?x=1";
    await expect(loadForStaff(read)).rejects.toThrow(`/locked?to=${encodeURIComponent(asked)}`);
    expect(read).not.toHaveBeenCalled();
  });

  it("does nothing: every form is refused with its words, and goes through once it was opened", async () => {
    now = quiet;
    run.mockClear();
    for (const action of [staffAction(shape, run), accountAction(shape, run)]) {
      const answer = await send(action);
      expect(answer).toMatchObject({ status: "refused", session: "over", values: { words: "What was typed" } });
      expect(answer).toMatchObject({ message: expect.stringContaining("locked itself") });
    }
    expect(run).not.toHaveBeenCalled();
    await openLock(peoplePool(), token, goodPassword, newCaller(), quiet);
    expect(await send(staffAction(shape, run))).toMatchObject({ status: "done" });
  });

  it("is told to its own pages as locked, and pressing “Stay signed in” does not open it", async () => {
    now = quiet;
    const request = () => new Request("http://127.0.0.1:3000/api/session", { headers: { "x-page-mark": mark } });
    for (const answer of [await sessionApi.GET(request()), await sessionApi.POST(request())])
      expect(await answer.json()).toEqual({ secondsLeft: 0, whose: "nobody", isLocked: true });
    await expect(loadForStaff(read)).rejects.toThrow("/locked");
  });

  it("comes at once where a screen for two was turned away from, and opens with the password alone", async () => {
    expect((await lockApi.POST()).status).toBe(204);
    await expect(loadForStaff(read)).rejects.toThrow("/locked");
    expect((await lockApi.POST()).status).toBe(204);
    expect(await openLock(peoplePool(), token, "not it", newCaller(), begin)).toMatchObject({ result: "refused" });
    expect(await openLock(peoplePool(), token, goodPassword, newCaller(), begin)).toEqual({ result: "opened" });
    expect((await loadForStaff(read)).data).toBe("a client’s words");
    jar.delete("nearer-session");
    expect((await lockApi.POST()).status).toBe(404);
  });
});
